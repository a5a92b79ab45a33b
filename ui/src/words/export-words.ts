import { formatCount, formatPlural } from "../state/format.ts";
import { wordsOf } from "./language.ts";

/** The dialogs behind the share menu: export, references, embedding, saved views. */
export interface ExportWords {
  readonly close: string;
  readonly export: {
    readonly title: string;
    readonly nothing: string;
    readonly counts: (nodes: number, edges: number) => string;
    readonly which: string;
    readonly all: string;
    readonly chosen: (n: number) => string;
    readonly picture: string;
    readonly pictureHint: string;
    readonly scale: string;
    readonly pixels: (width: number, height: number) => string;
    readonly tooLarge: (most: number) => string;
    readonly drawing: string;
    readonly pictureFailed: string;
    readonly data: string;
    readonly dataHint: string;
    readonly nodesCsv: string;
    readonly edgesCsv: string;
    readonly saved: (name: string) => string;
    readonly service: string;
    readonly serviceHint: (root: string) => string;
    readonly loadingFormats: string;
    readonly formats: string;
    readonly whole: string;
    readonly format: Readonly<Record<string, string>>;
  };
  readonly cite: {
    readonly title: string;
    readonly hint: string;
    readonly of: string;
    readonly shown: (n: number) => string;
    readonly ancestry: string;
    readonly format: string;
    readonly bibtex: string;
    readonly text: string;
    readonly reading: (done: number, of: number) => string;
    readonly findingAncestors: string;
    readonly stop: string;
    readonly stopped: (n: number) => string;
    readonly missing: (n: number) => string;
    readonly truncated: (n: number) => string;
    readonly ready: (n: number) => string;
    readonly list: string;
    readonly copy: string;
    readonly save: string;
    readonly what: string;
  };
  readonly embed: {
    readonly title: string;
    readonly hint: string;
    readonly frameTitle: (root: string) => string;
    readonly nameOfFrame: string;
    readonly width: string;
    readonly height: string;
    readonly pixels: string;
    readonly snippet: string;
    readonly copy: string;
    readonly preview: string;
    readonly tokens: string;
    readonly loopback: string;
  };
  readonly views: {
    readonly title: string;
    readonly saveTitle: string;
    readonly name: string;
    readonly note: string;
    readonly noteHint: string;
    readonly save: string;
    readonly saving: string;
    readonly empty: string;
    readonly saveThis: string;
    readonly search: string;
    readonly none: (text: string) => string;
    readonly what: string;
    readonly by: (author: string) => string;
    readonly change: string;
    readonly renameOf: (name: string) => string;
    readonly removeOf: (name: string) => string;
    readonly linkOf: (name: string) => string;
    readonly keep: string;
    readonly cancel: string;
    readonly removed: (name: string) => string;
    readonly undo: string;
    readonly savedAs: (name: string) => string;
    readonly changedTo: (name: string) => string;
    readonly broughtBack: (name: string) => string;
    readonly conflict: string;
    readonly mayNot: string;
    readonly failed: (why: string) => string;
    readonly count: (n: number) => string;
  };
}

const ENGLISH: ExportWords = {
  close: "Close",
  export: {
    title: "Export",
    nothing: "Nothing is drawn yet, so there is nothing to export.",
    counts: (nodes, edges) => `${formatPlural(nodes, "node")}, ${formatPlural(edges, "edge")}`,
    which: "What",
    all: "All that is shown",
    chosen: (n) => `The ${formatPlural(n, "gathered dataset")}`,
    picture: "Picture",
    pictureHint:
      "The whole graph with every node, edge and label, and the legend; in the colours of the page.",
    scale: "Size of the PNG",
    pixels: (width, height) => `${formatCount(width)} × ${formatCount(height)} pixels`,
    tooLarge: (most) =>
      `Browsers draw no picture of more than ${formatCount(most)} pixels on a side or that many in all. Take a smaller size, or the SVG, which has no limit.`,
    drawing: "Drawing the picture",
    pictureFailed: "The browser could not draw the picture at this size. Take a smaller one, or the SVG.",
    data: "Data",
    dataHint:
      "Exactly what is drawn, after filters and groups. Edges that are not accepted say so in their label.",
    nodesCsv: "CSV of nodes",
    edgesCsv: "CSV of edges",
    saved: (name) => `Saved as ${name}`,
    service: "From the service",
    serviceHint: (root) =>
      `All that the service knows upstream of ${root}, accepted and flagged, whatever is shown here.`,
    loadingFormats: "Loading the formats",
    formats: "the formats",
    whole: "the whole graph",
    format: {
      jsonl: "JSON Lines",
      csv: "CSV of edges",
      gexf: "GEXF 1.3",
      graphml: "GraphML",
      "prov-json": "W3C PROV-JSON",
      "open-lineage": "OpenLineage",
      croissant: "Croissant",
      "cyclone-dx": "CycloneDX",
      spdx: "SPDX",
    },
  },
  cite: {
    title: "Cite the sources",
    hint: "One entry each: who published it, when, where, the revision and the day that were read, and the licence. What nobody knows is left out.",
    of: "Of",
    shown: (n) => `the ${formatPlural(n, "dataset")} shown`,
    ancestry: "the whole ancestry, however deep",
    format: "Format",
    bibtex: "BibTeX",
    text: "Plain text",
    reading: (done, of) => `${formatCount(done)} of ${formatCount(of)} datasets read`,
    findingAncestors: "Finding the ancestors",
    stop: "Stop",
    stopped: (n) => `Stopped: ${formatPlural(n, "entry", "entries")} have no revision.`,
    missing: (n) => `${formatPlural(n, "dataset")} could not be read in full and have no revision here.`,
    truncated: (n) => `The ancestry is larger than one answer; the list has the nearest ${formatCount(n)}.`,
    ready: (n) => formatPlural(n, "entry", "entries"),
    list: "References",
    copy: "Copy",
    save: "Save as a file",
    what: "the ancestry",
  },
  embed: {
    title: "Embed in a page",
    hint: "A frame to read only: the graph, its legend and a link that leads here. It shows this view, and follows what becomes known.",
    frameTitle: (root) => `Lineage of ${root}`,
    nameOfFrame: "Title of the frame",
    width: "Width",
    height: "Height",
    pixels: "pixels",
    snippet: "HTML",
    copy: "Copy HTML",
    preview: "Preview",
    tokens:
      "This service asks for tokens. The frame shows the graph only to people who are signed in here, and only in pages of the same site; others see a link.",
    loopback: "This service answers to this machine only, so the frame works in pages that are opened here.",
  },
  views: {
    title: "Saved views",
    saveTitle: "Save this view",
    name: "Name",
    note: "Note",
    noteHint: "Optional. Everyone who uses this service sees name and note.",
    save: "Save",
    saving: "Saving",
    empty:
      "No view has been saved yet. A saved view keeps targets, filters, layout and selection under a name.",
    saveThis: "Save this view",
    search: "Find a saved view",
    none: (text) => `No saved view has “${text}” in its name, note or author.`,
    what: "the saved views",
    by: (author) => `by ${author}`,
    change: "Change",
    renameOf: (name) => `Change the name and note of ${name}`,
    removeOf: (name) => `Delete ${name}`,
    linkOf: (name) => `Copy a link to ${name}`,
    keep: "Keep",
    cancel: "Cancel",
    removed: (name) => `“${name}” was deleted.`,
    undo: "Undo",
    savedAs: (name) => `Saved as “${name}”.`,
    changedTo: (name) => `“${name}” was changed.`,
    broughtBack: (name) => `“${name}” is back.`,
    conflict:
      "Somebody changed this view meanwhile. The list shows it as it is now; nothing of theirs is lost.",
    mayNot: "Your token may look at saved views; saving them needs a reviewer's.",
    failed: (why) => `That did not work, and nothing was changed: ${why}`,
    count: (n) => formatPlural(n, "saved view"),
  },
};

export const exportWords = (): ExportWords => wordsOf("exporting", ENGLISH);
