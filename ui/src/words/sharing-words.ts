import { formatPlural } from "../state/format.ts";
import { wordsOf } from "./language.ts";

/** Undo, the share menu, and what is done with datasets that were gathered. */
export interface SharingWords {
  readonly undo: string;
  readonly redo: string;
  readonly share: string;
  readonly menu: string;
  readonly copyLink: string;
  readonly saveView: string;
  readonly savedViews: string;
  readonly exportView: string;
  readonly cite: string;
  readonly embed: string;
  readonly partFailed: string;
  readonly chosen: {
    readonly region: string;
    readonly count: (n: number) => string;
    readonly onlyThese: string;
    readonly hideThese: string;
    readonly targets: string;
    readonly targetsTitle: (most: number) => string;
    readonly common: string;
    readonly commonTitle: string;
    readonly exportThese: string;
    readonly clear: string;
    readonly all: string;
    readonly allTitle: string;
    /** Beside the count when no more can be gathered. */
    readonly full: string;
    /** In a box that is being drawn. */
    readonly inBox: (n: number, isLettingGo: boolean) => string;
    readonly choose: (name: string) => string;
    readonly hint: string;
  };
  readonly embedded: {
    readonly open: string;
    readonly drawnBy: string;
    readonly copy: string;
    readonly empty: string;
    readonly needsToken: string;
    readonly sandboxed: string;
    readonly zoomHint: string;
  };
}

const ENGLISH: SharingWords = {
  undo: "Undo the last change of the view",
  redo: "Redo the change that was undone",
  share: "Share",
  menu: "Share and export",
  copyLink: "Copy link to this view",
  saveView: "Save view…",
  savedViews: "Saved views…",
  exportView: "Export…",
  cite: "Cite the sources…",
  embed: "Embed in a page…",
  partFailed: "This part of the page could not be loaded. Load the page again.",
  chosen: {
    region: "Gathered datasets",
    count: (n) => `${formatPlural(n, "dataset")} gathered`,
    onlyThese: "Only these",
    hideThese: "Hide these",
    targets: "Start from these",
    targetsTitle: (most) => `Draw what these were built from together; the first ${most}`,
    common: "Common ancestors",
    commonTitle: "Draw all ancestors of these together, to see where their ways meet",
    exportThese: "Export these…",
    clear: "Clear",
    all: "Gather all",
    allTitle: "Gather all datasets that are shown, to act on them together (g)",
    full: "the most that an address holds",
    inBox: (n, isLettingGo) =>
      isLettingGo ? `let ${formatPlural(n, "dataset")} go` : `gather ${formatPlural(n, "dataset")}`,
    choose: (name) => `Gather ${name}`,
    hint: "In the table, Ctrl or Cmd and a click gathers a dataset, Shift and a click all up to it, Space the one in focus. On the canvas, Shift and a drag gathers what is in the box, with Ctrl or Cmd it lets them go; Esc gives the box up.",
  },
  embedded: {
    open: "Open in Stemma",
    copy: "A copy of a lineage, made by Stemma; it does not change and has no quotes.",
    drawnBy: "Lineage by Stemma; every edge has its quote there.",
    empty: "This address names no dataset, so there is nothing to draw.",
    needsToken:
      "This service shows its lineage to people with a token only. Open it in Stemma and sign in there.",
    sandboxed:
      "The sandbox of this frame keeps it from its service. It needs allow-scripts and allow-same-origin.",
    zoomHint: "Ctrl or Cmd and the wheel zoom",
  },
};

export const sharingWords = (): SharingWords => wordsOf("sharing", ENGLISH);
