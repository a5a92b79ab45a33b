import type { Span } from "../../schema/claim.ts";
import type { DocumentKind } from "../../schema/vocabulary.ts";
import type { Block, DocumentStructure } from "../document/document-structure.ts";

/**
 * Why a range is no prose about the dataset. `code` and `citation` are hidden from a language model only: the rules
 * read `load_dataset` calls in code.
 */
const NOISE_KINDS = ["code", "citation", "comment", "navigation", "references", "appendix"] as const;
export type NoiseKind = (typeof NOISE_KINDS)[number];

export interface NoiseRange extends Span {
  readonly kind: NoiseKind;
}

/** Ranges of a document that say nothing of the dataset, in order. The text itself is never changed. */
export const findNoise = (structure: DocumentStructure, kind: DocumentKind): readonly NoiseRange[] => {
  let part: Part = "body";
  let back: NoiseKind | undefined;
  return structure.blocks.flatMap((block) => {
    if (block.kind === "heading" && kind === "paper") {
      const heading = structure.text.slice(block.content.start, block.content.end).trim();
      part = partAfter(part, heading);
      back = noiseOf(part, heading);
    }
    const noise = ownNoise(block, structure.text) ?? back;
    return noise === undefined ? [] : [{ start: block.start, end: block.end, kind: noise }];
  });
};

type Part = "body" | "references" | "appendix";

/** A lettered heading opens an appendix only behind the references: titles, too, start with "A". */
const partAfter = (part: Part, heading: string): Part => {
  if (/^(?:\d+\.?\s*)?(?:references|bibliography|literature cited)\s*:?$/iu.test(heading))
    return "references";
  if (/^(?:appendi(?:x|ces)\b|supplementary)/iu.test(heading)) return "appendix";
  return part === "references" && /^[A-H](?:\.\d+)*\.?\s+\p{Lu}/u.test(heading) ? "appendix" : part;
};

/** An appendix on the data itself is prose about the dataset. */
const noiseOf = (part: Part, heading: string): NoiseKind | undefined => {
  if (part === "appendix") return ABOUT_DATA.test(heading) ? undefined : "appendix";
  return part === "references" ? "references" : undefined;
};

const ownNoise = (block: Block, text: string): NoiseKind | undefined => {
  if (block.kind === "code") return "code";
  if (block.kind === "bibtex") return "citation";
  if (block.kind === "comment") return "comment";
  return isNavigation(block, text) ? "navigation" : undefined;
};

/** A table of contents: an item that is nothing but a link into its own page. */
const isNavigation = (block: Block, text: string): boolean =>
  block.kind === "list-item" &&
  /^\s*(?:[-*+]|\d+[.)])?\s*\[[^\]\n]*\]\(#[^)\n]*\)\s*$/u.test(text.slice(block.start, block.end));

const ABOUT_DATA =
  /\b(?:data|datasets?|corpus|corpora|sources?|collection|curation|composition|statistics|construction)\b/iu;
