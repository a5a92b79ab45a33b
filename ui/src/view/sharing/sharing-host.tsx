import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Command } from "../../state/commands.ts";
import type { SharingDialog } from "../../state/sharing.ts";
import { type SharingWords, sharingWords } from "../../words/sharing-words.ts";
import { useApp } from "../app-context.ts";
import { useLoaded } from "../use-loaded.ts";

/** The dialogs behind the share menu, fetched when the first one is opened; and their commands. */
export const SharingHost = (): JSX.Element | null => {
  const { sharing, commands } = useApp();
  useEffect(() => commands.register(toCommands((dialog) => (sharing.value = dialog))), []);
  return sharing.value === undefined ? null : <LoadedDialogs />;
};

const LoadedDialogs = (): JSX.Element | null => {
  const dialogs = useLoaded(loadDialogs);
  if (dialogs.state === "ready") return <dialogs.part />;
  return dialogs.state === "failed" ? (
    <p class="sharing-failure" role="alert">
      {sharingWords().partFailed}
    </p>
  ) : null;
};

const loadDialogs = async () => (await import("./sharing-dialogs.tsx")).SharingDialogs;

/** Of every page, and of a drawn lineage alone. */
const WORDS = {
  save: "saveView",
  views: "savedViews",
  export: "exportView",
  cite: "cite",
  embed: "embed",
} as const satisfies Record<SharingDialog, keyof SharingWords>;

const EVERYWHERE: readonly SharingDialog[] = ["save", "views"];

const toCommands = (open: (dialog: SharingDialog) => void): readonly Command[] =>
  (Object.keys(WORDS) as SharingDialog[]).map((dialog) => ({
    id: `sharing-${dialog}`,
    words: () => sharingWords()[WORDS[dialog]],
    also: () => ALSO[dialog],
    isAvailable: ({ page, root }) =>
      EVERYWHERE.includes(dialog) || (page === "explore" && root !== undefined),
    run: () => open(dialog),
  }));

/** Names that people look for, the same in every language. */
const ALSO: Readonly<Record<SharingDialog, string>> = {
  save: "bookmark",
  views: "bookmarks",
  export: "png svg gexf graphml csv json prov croissant openlineage cyclonedx spdx download",
  cite: "bibtex references",
  embed: "iframe html",
};
