import type { PublishedOrigin } from "../../../schema/edge.ts";
import type { FlagReason } from "../../../schema/vocabulary.ts";
import type { Row, Transaction, Value } from "../../database.ts";
import { MERGE_EDGES, REMOVE_EDGES } from "../../queries/commit.ts";
import { CLOSING_CYCLES } from "../../queries/lineage.ts";
import { ORIGINS_FROM, ORIGINS_TO } from "../../queries/origins.ts";
import { fromEdge, toEdge, toText, typeOfEdge } from "../../rows.ts";
import { closesCycle } from "../edges/closes-cycle.ts";
import { isBare, toPublishedEdge } from "../edges/bare-edge.ts";
import type { BareEdge } from "../edges/bare-edge.ts";

/** Publications date by the month: two sets of one month have no order. */
export const isNewer = (source: Value | undefined, derived: Value | undefined): boolean =>
  typeof source === "string" && typeof derived === "string" && toMonth(source) > toMonth(derived);

const toMonth = (date: string): string => date.slice(0, "2024-01".length);

/**
 * Judges the published claims around a dataset again after a visit: the dataset's date may be another now, and a claim that
 * lost its evidence stands for itself again. A cycle flag stays: what it was a cycle with may be flagged for the same reason.
 * Gives the other datasets whose edges changed.
 */
export const recheckPublished = async (transaction: Transaction, id: string): Promise<readonly string[]> => {
  const leaving = (await transaction.run(ORIGINS_FROM, { id })).flatMap(toPublished);
  const arriving = (await transaction.run(ORIGINS_TO, { id })).flatMap(toPublished);
  const sources = leaving.filter(({ edge }) => edge.status === "accepted").map(({ edge }) => edge.to);
  const closing = sources.length === 0 ? [] : await transaction.run(CLOSING_CYCLES, { id, sources });
  const cyclic = new Set(closing.map((row) => toText(row["id"])));
  const judged = [...leaving, ...arriving].map((claim) => {
    const { edge } = claim;
    return { ...claim, flags: judge(claim, edge.from === id && cyclic.has(edge.to)) };
  });
  const changed = new Set<string>();
  // Those that are believed from now on come last, each in the graph before the next is judged: together they may close a cycle.
  const raised = judged.filter(({ edge, flags }) => flags.size === 0 && edge.flags.length > 0);
  for (const { edge, origin, flags } of [...judged.filter((one) => !raised.includes(one)), ...raised]) {
    if (sameFlags(flags, edge.flags)) continue;
    if (flags.size === 0 && (await closesCycle(transaction, edge))) flags.add("cycle");
    await replace(transaction, edge, toPublishedEdge(edge, { ...origin, flags: [...flags].sort() }));
    changed.add(edge.from);
  }
  changed.delete(id);
  return [...changed];
};

const judge = ({ edge, isLate }: Claim, isCyclic: boolean): Set<FlagReason> => {
  const flags = new Set<FlagReason>(edge.flags);
  if (isLate) flags.add("newer-than-derived");
  else flags.delete("newer-than-derived");
  if (isCyclic) flags.add("cycle");
  return flags;
};

interface Claim {
  readonly edge: BareEdge;
  readonly origin: PublishedOrigin;
  readonly isLate: boolean;
}

const toPublished = (row: Row): readonly Claim[] => {
  const edge = toEdge(row);
  if (
    edge.decision !== undefined ||
    !isBare(edge) ||
    edge.origin.kind !== "published" ||
    edge.status === "rejected"
  )
    return [];
  return [{ edge, origin: edge.origin, isLate: isNewer(row["sourceAt"], row["derivedAt"]) }];
};

const sameFlags = (one: ReadonlySet<FlagReason>, other: readonly FlagReason[]): boolean =>
  one.size === other.length && other.every((flag) => one.has(flag));

const replace = async (transaction: Transaction, before: BareEdge, after: BareEdge): Promise<void> => {
  await transaction.run(REMOVE_EDGES, { rows: [{ id: before.id, from: before.from }] });
  const row = { id: after.id, from: after.from, to: after.to, properties: fromEdge(after) };
  await transaction.run(MERGE_EDGES[typeOfEdge(after)], { rows: [row] });
};
