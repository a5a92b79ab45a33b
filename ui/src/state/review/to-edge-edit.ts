import type { EdgeChange } from "../../../../schema/decision.ts";
import type { Derivation } from "../../../../schema/edge.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { Relation, Split } from "../../../../schema/vocabulary.ts";

/** The fields of the form; an empty text is no split, no part, no note. */
export interface EditFields {
  readonly relation: Relation;
  readonly split: Split | "";
  readonly subset: string;
  readonly to: DatasetId | undefined;
  readonly note: string;
}

/** What of an edge is to be otherwise; undefined when nothing is. */
export const toEdgeEdit = (
  edge: Pick<Derivation, "relation" | "split" | "subset" | "to">,
  { relation, split, subset, to, note }: EditFields,
): EdgeChange | undefined => {
  const part = subset.trim();
  const change = {
    ...(relation !== edge.relation && { relation }),
    ...(split !== (edge.split ?? "") && { split: split === "" ? null : split }),
    ...(part !== (edge.subset ?? "") && { subset: part === "" ? null : part }),
    ...(to !== undefined && to !== edge.to && { to }),
  };
  if (Object.keys(change).length === 0) return undefined;
  const why = note.trim();
  return { verdict: "edited", ...change, ...(why !== "" && { note: why }) };
};
