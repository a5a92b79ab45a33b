import { toEdgeId } from "../../../schema/edge-id.ts";
import type { Derivation, Edge, Proposal } from "../../../schema/edge.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { Relation } from "../../../schema/vocabulary.ts";
import type { FaultList } from "../fault-list.ts";
import { isBare } from "../../store/edges/bare-edge.ts";
import { toStatedColumns } from "./edge-columns.ts";
import type { StatedEdge } from "./read-edge-rows.ts";

type Wanted = NonNullable<Proposal["wanted"]>;

/** What a row comes to, once it is held against the graph. */
export type RowPlan =
  | { readonly kind: "unchanged" }
  | { readonly kind: "new"; readonly row: StatedEdge & { readonly to: DatasetId }; readonly wanted: Wanted }
  | {
      readonly kind: "changed";
      readonly row: StatedEdge;
      readonly edge: Derivation;
      readonly wanted: Wanted;
    };

const UNCHANGED: RowPlan = { kind: "unchanged" };

/** Decides what becomes of a row, given the graph's edge of the same kind and ends; undefined with a fault told. */
export const planRow = (row: StatedEdge, edge: Edge | undefined, faults: FaultList): RowPlan | undefined => {
  if (edge === undefined) return planNew(row, faults);
  if (edge.kind !== "derivation") return isSaid(row, edge) ? UNCHANGED : refuseKind(row, faults);
  const wanted = toWanted(row, edge);
  if (isSame(wanted, wantedNow(edge)) || isSame(wanted, proposalOf(edge)?.wanted)) return UNCHANGED;
  if (isProposed(edge) && wanted.status !== "rejected")
    return { kind: "new", row: { ...row, to: edge.to }, wanted };
  return { kind: "changed", row, edge, wanted };
};

/** Whether nothing but a proposal stands behind the edge, and nobody has decided on it: a later word takes its place. */
const isProposed = (edge: Derivation): boolean =>
  isBare(edge) && edge.origin.kind === "proposal" && edge.status === "flagged";

const planNew = (row: StatedEdge, faults: FaultList): RowPlan | undefined => {
  const { line, kind, from, to, relation, status = "accepted" } = row;
  if (kind !== "derivation") return refuseKind(row, faults);
  if (row.id !== undefined && row.id !== toEdgeId(kind, from, to)) {
    faults.add(line, "id", "belongs to other ends; leave it empty to propose an edge between these");
    return undefined;
  }
  if (from === to) {
    faults.add(line, "to", "a dataset cannot be made from itself; take the row out");
    return undefined;
  }
  if (relation === undefined) {
    faults.add(line, "relation", "a new edge needs one: inclusion, fusion, synthesis, evolution ...");
    return undefined;
  }
  if (status === "rejected") {
    faults.add(line, "status", "the graph has no such edge to reject; take the row out");
    return undefined;
  }
  const wanted = cleaned({ relation: relation as Relation, split: row.split, subset: row.subset, status });
  return { kind: "new", row: { ...row, to: to as DatasetId }, wanted };
};

const refuseKind = ({ line, kind }: StatedEdge, faults: FaultList): undefined => {
  const what = kind === "model-use" ? "model uses" : "clearing statements";
  faults.add(line, "kind", `${what} come from documents alone: put the row back as it was, or take it out`);
  return undefined;
};

/** Of a model use or a clearing: whether the row says nothing else than the edge. */
const isSaid = (row: StatedEdge, edge: Edge): boolean => {
  const now = toStatedColumns(edge);
  return (["relation", "split", "status"] as const).every(
    (column) => row[column] === undefined || row[column] === now[column],
  );
};

/** What the row does not say stays as the edge has it. */
const toWanted = (row: StatedEdge, edge: Derivation): Wanted => {
  const status = row.status ?? edge.status;
  return cleaned({
    relation: (row.relation as Relation | undefined) ?? edge.relation,
    split: row.split ?? edge.split,
    subset: row.subset ?? edge.subset,
    status,
    rejection: status === "rejected" ? (row.rejection ?? edge.rejection ?? "not-supported") : undefined,
  });
};

const wantedNow = ({ relation, split, subset, status, rejection }: Derivation): Wanted =>
  cleaned({ relation, split, subset, status, rejection: status === "rejected" ? rejection : undefined });

interface Loose {
  readonly relation: Wanted["relation"];
  readonly split: Wanted["split"] | "";
  readonly subset: string | undefined;
  readonly status: Wanted["status"];
  readonly rejection?: Wanted["rejection"];
}

/** Spreadsheets end the lines of a cell in their own way. */
const cleaned = ({ relation, split, subset, status, rejection }: Loose): Wanted => ({
  relation,
  ...(split === undefined || split === "" ? {} : { split }),
  ...(subset === undefined || subset === "" ? {} : { subset: subset.replaceAll("\r\n", "\n") }),
  status,
  ...(rejection === undefined ? {} : { rejection }),
});

const isSame = (one: Wanted, other: Wanted | undefined): boolean =>
  other !== undefined && changesBetween(other, one) === "";

/** What a person has asked for before, on an edge of whatever origin. */
export const proposalOf = ({ origin }: Derivation): Proposal | undefined =>
  origin?.kind === "published" ? origin.proposal : origin;

const FIELDS = ["relation", "split", "subset", "status", "rejection"] as const;

/** @example changesBetween(before, after) // "relation: inclusion -> fusion; split: none -> test" */
const changesBetween = (before: Wanted, after: Wanted): string =>
  FIELDS.filter((field) => before[field] !== after[field])
    .map((field) => `${field}: ${before[field] ?? "none"} -> ${after[field] ?? "none"}`)
    .join("; ");

/** A plan in words. */
export const describePlan = (plan: Exclude<RowPlan, { kind: "unchanged" }>): string => {
  if (plan.kind === "changed") return changesBetween(wantedNow(plan.edge), plan.wanted);
  const { relation, split, subset } = plan.wanted;
  return [
    "new",
    relation,
    ...(split === undefined ? [] : [split]),
    ...(subset === undefined ? [] : [subset]),
  ].join(", ");
};
