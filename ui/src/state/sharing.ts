/** What the share menu opens. */
export const SHARING_DIALOGS = ["save", "views", "export", "cite", "embed"] as const;
export type SharingDialog = (typeof SHARING_DIALOGS)[number];
