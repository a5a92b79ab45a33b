import { PAGES, type Page } from "./view-state.ts";

/** What a key does, in the order of the sheet. A command of the same id runs it, unless the page's own keyboard does. */
export const KEY_ACTIONS = [
  "search",
  "command-list",
  "key-sheet",
  "close",
  "walk-left",
  "walk-right",
  "walk-up",
  "walk-down",
  "open-selected",
  "expand-sources",
  "expand-uses",
  "collapse-sources",
  "collapse-uses",
  "show-all",
  "zoom-in",
  "zoom-out",
  "fit",
  "tidy",
  "other-layout",
  "table",
  "models",
  "ancestry",
  "descent",
  "replay",
  "clear-filters",
  "gather-shown",
  "gather-in-view",
  "next-quote",
  "previous-quote",
  "undo",
  "redo",
  "run-query",
] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

export const KEY_GROUPS = ["everywhere", "graph", "document", "cypher"] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

export interface KeyBinding {
  readonly action: KeyAction;
  /** As `chordOf` writes them; each does the same. The sheet shows the first. */
  readonly chords: readonly string[];
  readonly group: KeyGroup;
  readonly pages: readonly Page[];
  /** Also in a field, where a plain key is text. */
  readonly whileTyping?: boolean;
}

const GRAPH: readonly Page[] = ["explore", "graph"];
const EXPLORE: readonly Page[] = ["explore"];
const CYPHER: readonly Page[] = ["cypher"];

/** The one table of keys: what the keyboard obeys is what the sheet and the command list show. */
export const KEY_BINDINGS: readonly KeyBinding[] = [
  { action: "search", chords: ["/"], group: "everywhere", pages: PAGES },
  { action: "command-list", chords: ["Mod+k"], group: "everywhere", pages: PAGES, whileTyping: true },
  { action: "key-sheet", chords: ["?"], group: "everywhere", pages: PAGES },
  { action: "close", chords: ["Escape"], group: "everywhere", pages: PAGES },
  { action: "undo", chords: ["Mod+z"], group: "everywhere", pages: PAGES },
  { action: "redo", chords: ["Mod+Shift+z", "Mod+y"], group: "everywhere", pages: PAGES },
  { action: "walk-left", chords: ["ArrowLeft"], group: "graph", pages: EXPLORE },
  { action: "walk-right", chords: ["ArrowRight"], group: "graph", pages: EXPLORE },
  { action: "walk-up", chords: ["ArrowUp"], group: "graph", pages: EXPLORE },
  { action: "walk-down", chords: ["ArrowDown"], group: "graph", pages: EXPLORE },
  { action: "open-selected", chords: ["Enter"], group: "graph", pages: EXPLORE },
  // A keyboard without brackets of its own has the other two, which point the same way.
  { action: "expand-sources", chords: ["]", "."], group: "graph", pages: EXPLORE },
  { action: "expand-uses", chords: ["[", ","], group: "graph", pages: EXPLORE },
  { action: "collapse-sources", chords: ["}", ">"], group: "graph", pages: EXPLORE },
  { action: "collapse-uses", chords: ["{", "<"], group: "graph", pages: EXPLORE },
  { action: "show-all", chords: ["e"], group: "graph", pages: EXPLORE },
  { action: "zoom-in", chords: ["+", "="], group: "graph", pages: GRAPH },
  { action: "zoom-out", chords: ["-"], group: "graph", pages: GRAPH },
  { action: "fit", chords: ["f"], group: "graph", pages: GRAPH },
  { action: "other-layout", chords: ["o"], group: "graph", pages: EXPLORE },
  { action: "tidy", chords: ["l"], group: "graph", pages: EXPLORE },
  { action: "table", chords: ["t"], group: "graph", pages: EXPLORE },
  { action: "models", chords: ["m"], group: "graph", pages: EXPLORE },
  { action: "ancestry", chords: ["a"], group: "graph", pages: EXPLORE },
  { action: "descent", chords: ["d"], group: "graph", pages: EXPLORE },
  { action: "replay", chords: ["y"], group: "graph", pages: EXPLORE },
  { action: "clear-filters", chords: ["x"], group: "graph", pages: EXPLORE },
  { action: "gather-shown", chords: ["g"], group: "graph", pages: EXPLORE },
  { action: "gather-in-view", chords: ["G"], group: "graph", pages: EXPLORE },
  { action: "next-quote", chords: ["n"], group: "document", pages: EXPLORE },
  { action: "previous-quote", chords: ["p"], group: "document", pages: EXPLORE },
  { action: "run-query", chords: ["Mod+Enter"], group: "cypher", pages: CYPHER, whileTyping: true },
];

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * "f", "?", "Escape", "Mod+k" (Ctrl or Cmd), "Mod+Shift+z"; undefined with Alt, which belongs to the browser and to
 * letters that keyboards lack.
 */
export const chordOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string | undefined => {
  if (altKey) return undefined;
  if (!ctrlKey && !metaKey) return key;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return shiftKey ? `Mod+Shift+${name}` : `Mod+${name}`;
};

export const bindingFor = (page: Page, chord: string): KeyBinding | undefined =>
  KEY_BINDINGS.find((binding) => binding.pages.includes(page) && binding.chords.includes(chord));

export const bindingsOf = (page: Page): readonly KeyBinding[] =>
  KEY_BINDINGS.filter((binding) => binding.pages.includes(page));

export const chordsOf = (action: string): readonly string[] =>
  KEY_BINDINGS.find((binding) => binding.action === action)?.chords ?? [];

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  "-": "−",
};

/** A chord as its keys are labelled: ["Ctrl", "K"], on a Mac ["⌘", "K"]. */
export const signsOf = (chord: string, isMac: boolean): readonly string[] => {
  if (!chord.includes("+") || chord.length === 1) return [SIGNS[chord] ?? chord];
  return chord.split("+").map((part) => {
    if (part === "Mod") return isMac ? "⌘" : "Ctrl";
    return SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
};
