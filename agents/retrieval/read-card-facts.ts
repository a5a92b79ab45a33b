import type { DocumentStructure } from "../document/document-structure.ts";

/** What a card's front matter states of the dataset; each field is absent when it states nothing. */
export interface CardFacts {
  readonly licence?: string;
  readonly languages: readonly string[];
  readonly tasks: readonly string[];
}

const MAX_VALUES = 50;
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}._+ -]{0,79}$/u;

/**
 * Reads the few fields that Stemma uses out of the front matter's lines. The YAML is never evaluated: anchors, tags,
 * merge keys and objects of any shape are text that does not look like a word, and are left out.
 */
export const readCardFacts = ({ frontMatter }: DocumentStructure): CardFacts => {
  const valuesOf = (key: string): readonly string[] =>
    (frontMatter?.lines ?? [])
      .filter(({ path }) => path.length === 1 && path[0] === key)
      .flatMap(({ value }) => (value === undefined ? [] : splitFlow(value)))
      .filter((value) => WORD.test(value))
      .slice(0, MAX_VALUES);
  const [licence] = valuesOf("license");
  return {
    ...(licence !== undefined && { licence }),
    languages: valuesOf("language"),
    tasks: valuesOf("task_categories"),
  };
};

/** `[en, "zh"]` holds two values, everything else is one. */
const splitFlow = (value: string): readonly string[] => {
  const inner = /^\[(.*)\]$/su.exec(value.trim())?.[1];
  return inner === undefined
    ? [value]
    : inner.split(",").map((one) => one.trim().replace(/^["']|["']$/g, ""));
};
