import type { Derivation } from "../../../schema/edge.ts";
import type { FlagReason } from "../../../schema/vocabulary.ts";
import type { Transaction } from "../../database.ts";
import { DELETE_EVIDENCE, REMOVE_EDGES } from "../../queries/commit.ts";
import { DERIVATIONS_FROM } from "../../queries/publish.ts";
import { toEdge } from "../../rows.ts";
import { asDecided } from "../commit/keep-decisions.ts";
import { closesCycle } from "../edges/closes-cycle.ts";
import { copyEvidence } from "../edges/copy-evidence.ts";
import { replaceEdge } from "../edges/edge-writes.ts";

/** Puts a derivation between other ends, under another id, with its evidence and what was decided on it. */
export const moveEdge = async (
  transaction: Transaction,
  former: Derivation,
  moved: Derivation,
): Promise<void> => {
  await transaction.run(REMOVE_EDGES, { rows: [{ id: former.id, from: former.from }] });
  const rows = await transaction.run(DERIVATIONS_FROM, { ids: [moved.from] });
  const known = rows.map(toEdge).find(({ id }) => id === moved.id);
  const edge = known?.kind === "derivation" ? together(known, moved) : moved;
  await replaceEdge(transaction, await openIfCyclic(transaction, edge));
  await copyEvidence(transaction, former, edge);
  await transaction.run(DELETE_EVIDENCE, { ids: [former.id] });
};

/** What is there already stays, and takes on the publication's mark and a person's word; of two words the later counts. */
const together = (known: Derivation, moved: Derivation): Derivation => {
  const isLater = (moved.decision?.at ?? "") > (known.decision?.at ?? "");
  const edge = isLater ? asDecided(known, moved) : known;
  const origin = known.origin ?? moved.origin;
  return { ...(edge.kind === "derivation" ? edge : known), ...(origin === undefined ? {} : { origin }) };
};

/** A claim that is believed between its former ends may run in a circle between these. */
const openIfCyclic = async (transaction: Transaction, edge: Derivation): Promise<Derivation> => {
  if (edge.status !== "accepted" || !(await closesCycle(transaction, edge))) return edge;
  const flag: FlagReason = edge.from === edge.to ? "self" : "cycle";
  const flags = [...new Set([...edge.flags, flag])].sort();
  const own = edge.origin?.kind === "published" ? { origin: { ...edge.origin, flags } } : {};
  return { ...edge, status: "flagged", flags, ...own };
};
