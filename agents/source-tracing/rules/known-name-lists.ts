import lists from "./known-names.json" with { type: "json" };
import { toNameKey } from "./name-key.ts";

/** What a well-known name means. The lists are general knowledge, no lineage: being known decides nothing alone. */
export const KNOWN_KINDS = ["dataset", "benchmark", "site", "model", "tool", "other"] as const;
export type KnownKind = (typeof KNOWN_KINDS)[number];

const createKinds = (): ReadonlyMap<string, KnownKind> => {
  const kinds = new Map<string, KnownKind>();
  const add = (names: readonly string[], kind: KnownKind): void => {
    for (const name of names) kinds.set(toNameKey(name), kind);
  };
  add(lists.others, "other");
  add(lists.tools, "tool");
  add(lists.models, "model");
  add(lists.sites, "site");
  add(lists.datasets, "dataset");
  add(lists.benchmarks, "benchmark");
  kinds.delete("");
  return kinds;
};

const kinds = createKinds();

export const knownKindOf = (nameKey: string): KnownKind | undefined => kinds.get(nameKey);

/** Known names in lower case words, by their first word, longest first. */
const createPhrases = (): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const phrases = new Map<string, (readonly string[])[]>();
  for (const name of [...lists.datasets, ...lists.sites, ...lists.models, ...lists.tools, ...lists.others]) {
    const words = name.toLowerCase().split(/\s+/);
    const first = words[0];
    if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), words]);
  }
  for (const list of phrases.values()) list.sort((left, right) => right.length - left.length);
  return phrases;
};

export const knownPhrases = createPhrases();

/** Names that mean the dataset or site also when written without a capital letter. */
export const plainKnownNames: ReadonlySet<string> = new Set(lists.plain);
