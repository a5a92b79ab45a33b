import type { LabelledEdge } from "./labelled-edge.ts";

/**
 * Splits labels into parts of about the same size, no dataset in two: the claims of one card are worded alike, and a map that saw some of
 * them would foretell the others too well. The largest dataset first, each into the part that has the fewest; the same for the same labels.
 */
export const foldDatasets = <Label extends LabelledEdge>(
  labels: readonly Label[],
  folds: number,
): readonly (readonly Label[])[] => {
  const byDataset = new Map<string, Label[]>();
  for (const label of labels) {
    const group = byDataset.get(label.dataset);
    if (group === undefined) byDataset.set(label.dataset, [label]);
    else group.push(label);
  }
  const groups = [...byDataset].sort(
    ([one, some], [other, others]) => others.length - some.length || (one < other ? -1 : 1),
  );
  const parts: Label[][] = Array.from({ length: folds }, () => []);
  for (const [, group] of groups) {
    const smallest = parts.reduce((least, part) => (part.length < least.length ? part : least));
    smallest.push(...group);
  }
  return parts.filter((part) => part.length > 0);
};
