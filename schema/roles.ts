/** What a token may do; each role may do all that the ones before it may: look; decide on edges; trace, import and run. */
export const ROLES = ["viewer", "reviewer", "operator"] as const;
export type Role = (typeof ROLES)[number];
