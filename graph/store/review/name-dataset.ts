import type { Derivation, Edge } from "../../../schema/edge.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import { AppError } from "../../../schema/errors.ts";
import { type DatasetId, toNameId } from "../../../schema/ids.ts";
import type { AliasScope, NameState, ReviewEvent } from "../../../schema/review.ts";
import type { FlagReason } from "../../../schema/vocabulary.ts";
import { withoutCalibration } from "../../calibration/calibrate-edge.ts";
import type { Database, Transaction } from "../../database.ts";
import { FIND_ALIASES } from "../../queries/commit.ts";
import { EDGES_OF_DATASETS } from "../../queries/lineage.ts";
import { CLAIMS_ON, CREATION_DATES, EVIDENCE_NAMING, EVIDENCE_OF } from "../../queries/reviews.ts";
import { toAlias, toEdge, toEvidence, toText } from "../../rows.ts";
import { readInForce } from "../calibration/read-calibrations.ts";
import { asCalibrated } from "../calibration/unless-cycle.ts";
import { toAliasKey } from "../commit/commit-aliases.ts";
import { ensureDatasets, replaceEdge } from "../edges/edge-writes.ts";
import { findEdgeOf } from "../edges/find-edge-by-id.ts";
import { inBatches } from "../in-batches.ts";
import { moveEdge } from "../published/move-edge.ts";
import { isSameDataset, knownId } from "../read/known-id.ts";
import { setName } from "./set-name.ts";
import { type EdgeReference, watchEdges } from "./watch-edges.ts";
import { type Effect, type ReviewMarks, type ReviewSettings, writeReview } from "./write-review.ts";

export interface NameDataset extends ReviewSettings, ReviewMarks {
  /** As documents write it. */
  readonly name: string;
  readonly to: DatasetId;
  readonly scope: AliasScope;
  readonly note?: string | undefined;
}

/**
 * Says once which dataset a name means: every edge that waits for it leads there now, with its evidence, and later traces take the name
 * so. What is believed of an edge, or decided on it, goes along; what is known of the edge that is there already stays.
 *
 * Fails with INPUT_INVALID when the name would mean itself.
 */
export const nameDataset = (database: Database, request: NameDataset): Promise<ReviewEvent> => {
  const { name, to, scope } = request;
  const asked = { kind: "alias", name, to, scope } as const;
  return writeReview(database, request, { asked, work: (transaction) => nameWithin(transaction, request) });
};

type Named = Pick<NameDataset, "name" | "to" | "scope" | "note">;

export const nameWithin = async (
  transaction: Transaction,
  { name, to: given, scope, note }: Named,
): Promise<Effect> => {
  const key = toAliasKey(name);
  const own = toNameId(name);
  const to = given === own ? given : ((await knownId(transaction, given)) ?? given);
  if (to === own || toAliasKey(to) === key) {
    throw new AppError(`the name ${name} cannot mean itself`, { code: "INPUT_INVALID", context: { to } });
  }
  await ensureDatasets(transaction, [to]);
  const edges = await findEdgesOfName(transaction, { key, own, to, scope });
  const watch = await watchEdges(
    transaction,
    edges.flatMap((edge) => touchedBy(edge, to)),
  );
  const inForce = await readInForce(transaction);
  const spellings = await spellingsOf(transaction, { key, own, edges });
  const dates = await readDates(transaction, [to, ...edges.map(({ from }) => from)]);
  for (const edge of edges) {
    if (isSameDataset(edge.from, to)) await replaceEdge(transaction, itself(withoutCalibration(edge)));
    else {
      const moved = toMoved(withoutCalibration(edge), to, dates);
      await moveEdge(transaction, edge, await asCalibrated(transaction, moved, inForce));
      await renewReference(transaction, edge, to);
    }
  }
  const names: NameState[] = [];
  for (const spelling of spellings) {
    names.push(await setName(transaction, spelling, { key: spelling, datasetId: to, reason: "decided" }));
  }
  return {
    action: { kind: "alias", name, to: given, scope },
    note,
    states: await watch.states(),
    names,
  };
};

/** The edge, where it goes, and the one that it replaces, which names it. */
const touchedBy = ({ id, from, decision }: Derivation, to: DatasetId): readonly EdgeReference[] => [
  { id, from },
  { id: toEdgeId("derivation", from, to), from },
  ...(decision?.replaces === undefined ? [] : [{ id: decision.replaces, from }]),
];

const renewReference = async (
  transaction: Transaction,
  { from, decision }: Derivation,
  to: DatasetId,
): Promise<void> => {
  if (decision?.replaces === undefined) return;
  const former = await findEdgeOf(transaction, { id: decision.replaces, from });
  if (former?.decision === undefined) return;
  const replacedBy = toEdgeId("derivation", from, to);
  await replaceEdge(transaction, { ...former, decision: { ...former.decision, replacedBy } });
};

interface Spelled {
  readonly key: string;
  readonly own: DatasetId;
  readonly edges: readonly Derivation[];
}

/** The name, and every other spelling of it that the evidence of these edges has: "Tide-Tables" and "tide tables" are one name. */
const spellingsOf = async (
  transaction: Transaction,
  { key, own, edges }: Spelled,
): Promise<readonly string[]> => {
  const ids = edges.map(({ id }) => id);
  const rows = await inBatches(ids, (some) => transaction.run(EVIDENCE_OF, { ids: some }));
  const written = rows.map((row) => toEvidence(row["properties"]).nameAsWritten);
  return [...new Set([key, ...written.filter((name) => toNameId(name) === own).map(toAliasKey)])].sort();
};

interface Search {
  readonly key: string;
  /** The node of the name itself. */
  readonly own: DatasetId;
  readonly to: DatasetId;
  readonly scope: AliasScope;
}

const findEdgesOfName = async (
  transaction: Transaction,
  { key, own, to, scope }: Search,
): Promise<readonly Derivation[]> => {
  const unresolved = (await transaction.run(CLAIMS_ON, { to: own })).map(toEdge);
  const [known] = (await transaction.run(FIND_ALIASES, { keys: [key] })).map(toAlias);
  const former = known?.reason === "decided" ? known.datasetId : undefined;
  const naming = scope === "flagged" ? await findEdgesNaming(transaction, key) : [];
  const waiting = naming.filter((edge) => isOpen(edge, former));
  const found = [...unresolved, ...waiting]
    .filter((edge) => edge.kind === "derivation")
    .filter((edge) => edge.to !== to);
  return [...new Map(found.map((edge) => [edge.id, edge])).values()].sort((one, other) =>
    one.from < other.from ? -1 : 1,
  );
};

/** It waits, or leads where a reviewer had said before that the name leads. */
const isOpen = ({ status, decision, to, signals }: Edge, former: DatasetId | undefined): boolean =>
  decision === undefined &&
  (status === "flagged" || (status === "accepted" && to === former && signals.resolvedBy === "alias"));

const findEdgesNaming = async (transaction: Transaction, key: string): Promise<readonly Edge[]> => {
  const proofs = await transaction.run(EVIDENCE_NAMING, { key });
  const rows = await inBatches(proofs, (some) =>
    transaction.run(EDGES_OF_DATASETS, {
      ids: some.map((row) => toText(row["id"])),
      datasets: [...new Set(some.map((row) => toText(row["from"])))],
    }),
  );
  return rows.map(toEdge);
};

type Dates = ReadonlyMap<string, string>;

const readDates = async (transaction: Transaction, ids: readonly string[]): Promise<Dates> => {
  const rows = await inBatches([...new Set(ids)], (some) => transaction.run(CREATION_DATES, { ids: some }));
  return new Map(
    rows.flatMap(({ id, createdAt }) =>
      typeof createdAt === "string" ? [[toText(id), createdAt] as const] : [],
    ),
  );
};

/** A dataset that names itself is not built from itself. */
const itself = (edge: Derivation): Derivation => ({ ...edge, status: "rejected", rejection: "self" });

const toMoved = (edge: Derivation, to: DatasetId, dates: Dates): Derivation => {
  const [derived, source] = [dates.get(edge.from), dates.get(to)];
  const isLate =
    edge.decision === undefined &&
    derived !== undefined &&
    source !== undefined &&
    Date.parse(source) > Date.parse(derived);
  const kept = edge.flags.filter((flag) => flag !== "name-ambiguous");
  const flags: FlagReason[] = isLate ? [...new Set([...kept, "newer-than-derived" as const])] : kept;
  const waits = edge.status === "flagged" || isLate;
  return {
    ...edge,
    id: toEdgeId("derivation", edge.from, to),
    to,
    status: waits ? "flagged" : edge.status,
    flags: waits && flags.length === 0 ? ["low-confidence"] : flags,
    signals: { ...edge.signals, resolvedBy: "alias", resolution: 1 },
  };
};
