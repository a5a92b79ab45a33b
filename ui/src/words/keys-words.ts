import type { KeyAction, KeyGroup } from "../state/keys.ts";
import { wordsOf } from "./language.ts";

/** The sheet of keys. */
export interface KeysWords {
  readonly title: string;
  readonly close: string;
  readonly group: Readonly<Record<KeyGroup, string>>;
  readonly action: Readonly<Record<KeyAction, string>>;
  /** Between two keys that do the same. */
  readonly or: string;
}

const ENGLISH: KeysWords = {
  title: "Keys of this page",
  close: "Close",
  or: "or",
  group: {
    everywhere: "Everywhere",
    graph: "Graph",
    document: "Document",
    cypher: "Query",
  },
  action: {
    search: "search",
    "command-list": "commands and pages",
    "key-sheet": "this sheet",
    close: "close the innermost panel, then clear the selection",
    "walk-left": "walk to what it was built into",
    "walk-right": "walk to what it was built from",
    "walk-up": "walk up in the column",
    "walk-down": "walk down in the column",
    "open-selected": "make the selected dataset the root",
    "expand-sources": "show the sources of the selected dataset",
    "expand-uses": "show the uses of the selected dataset",
    "collapse-sources": "hide these sources again",
    "collapse-uses": "hide these uses again",
    "show-all": "show everything that can be reached",
    "zoom-in": "zoom in",
    "zoom-out": "zoom out",
    fit: "fit the graph to the page",
    tidy: "lay the graph out afresh",
    "other-layout": "layers or forces",
    table: "table of what is drawn",
    models: "models that made the rows",
    ancestry: "light up all that it was built from",
    descent: "light up all that was built from it",
    replay: "replay how it grew; space plays",
    "clear-filters": "clear all filters",
    "gather-shown": "gather all that is shown",
    "gather-in-view": "gather what is in sight on the canvas",
    "next-quote": "next quote",
    "previous-quote": "previous quote",
    undo: "undo the last change of the view",
    redo: "redo it",
    "run-query": "run the query",
  },
};

export const keysWords = (): KeysWords => wordsOf("keys", ENGLISH);
