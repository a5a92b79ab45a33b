import { formatCount, formatPlural } from "../state/format.ts";
import { wordsOf } from "./language.ts";

/** The document reader. */
export interface DocumentWords {
  readonly reader: string;
  readonly theDocument: string;
  readonly close: string;
  readonly closeTitle: string;
  readonly loading: string;
  readonly failed: string;
  readonly asRead: (kind: string) => string;
  readonly livePage: string;
  readonly read: string;
  readonly revision: string;
  readonly hash: string;
  readonly copyHash: string;
  readonly text: string;
  readonly side: string;
  readonly quotes: string;
  readonly quote: (place: number, of: number) => string;
  readonly quoteCount: (count: number) => string;
  readonly previousQuote: string;
  readonly nextQuote: string;
  readonly noEdges: string;
  readonly noSources: (count: number) => string;
  readonly noSource: string;
  readonly more: (count: number) => string;
  readonly modelRole: (role: string) => string;
  readonly clearedOf: string;
  readonly copyQuote: string;
  readonly citation: (parts: CitationParts) => string;
  readonly find: string;
  readonly findPlaceholder: string;
  readonly found: (place: number, of: string) => string;
  readonly notFound: string;
  readonly previousHit: string;
  readonly nextHit: string;
  readonly hidden: (count: number) => string;
  readonly mixed: string;
  readonly mixedMore: (count: number) => string;
  readonly searching: string;
}

export interface CitationParts {
  readonly title: string;
  readonly url: string;
  readonly revision: string | undefined;
  /** 2025-11-24. */
  readonly read: string;
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
}

const ENGLISH: DocumentWords = {
  reader: "Document",
  theDocument: "the document",
  close: "Close the document",
  closeTitle: "Back to the graph (Esc)",
  loading: "Loading the document",
  failed: "The document view could not be loaded. Load the page again; nothing is lost.",
  asRead: (kind) => `${kind}, as it was read`,
  livePage: "open the live page",
  read: "read",
  revision: "revision",
  hash: "sha256",
  copyHash: "Copy the hash",
  text: "Text of the document",
  side: "Edges that this document supports",
  quotes: "Quotes",
  quote: (place, of) => `Quote ${formatCount(place)} of ${formatCount(of)}`,
  quoteCount: (count) => formatPlural(count, "quote"),
  previousQuote: "Previous quote",
  nextQuote: "Next quote",
  noEdges: "No edge rests on this document.",
  noSources: (count) => `${formatPlural(count, "name")} that ${count === 1 ? "is" : "are"} no source`,
  noSource: "no source",
  more: (count) => `${formatCount(count)} more`,
  modelRole: (role) => `model: ${role}`,
  clearedOf: "said to be cleared of",
  copyQuote: "Copy the quote with its citation",
  citation: ({ title, url, revision, read, sha256, start, end }) =>
    `${title}. ${url}${revision === undefined ? "" : `, revision ${revision}`}, read ${read}, sha256 ${sha256}, characters ${start} to ${end}.`,
  find: "Find in this document",
  findPlaceholder: "Find in the text",
  found: (place, of) => `${formatCount(place)} of ${of}`,
  notFound: "not in the text",
  previousHit: "Previous place",
  nextHit: "Next place",
  hidden: (count) => `${formatPlural(count, "invisible character")} below, shown as codes.`,
  mixed: "Letters of several alphabets in one word, which can pass for another word:",
  mixedMore: (count) => `and ${formatCount(count)} more`,
  searching: "Looking for characters that cannot be seen",
};

export const documentWords = (): DocumentWords => wordsOf("document", ENGLISH);
