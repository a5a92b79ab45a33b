import type { PublishedEdge } from "./published-lineage.ts";

/** Each pair once, ordered by ids: of several claims for one pair the surest counts, with the documents of all. */
export const mergePublishedEdges = (edges: readonly PublishedEdge[]): readonly PublishedEdge[] => {
  const pairs = new Map<string, PublishedEdge>();
  for (const edge of edges) {
    const key = `${edge.from}\n${edge.to}`;
    const known = pairs.get(key);
    pairs.set(key, known === undefined ? edge : mergeTwo(known, edge));
  }
  return [...pairs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, edge]) => edge);
};

const mergeTwo = (one: PublishedEdge, other: PublishedEdge): PublishedEdge => {
  const [surer, weaker] = other.confidence > one.confidence ? [other, one] : [one, other];
  return {
    ...surer,
    documentKinds: [...new Set([...one.documentKinds, ...other.documentKinds])].sort(),
    onHub: one.onHub === true || other.onHub === true,
    // A doubt that one row gives no ground for is no doubt of the pair.
    flags: surer.flags.filter((flag) => weaker.flags.includes(flag)),
  };
};
