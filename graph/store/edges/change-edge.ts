import type { Decision, EdgeChange } from "../../../schema/decision.ts";
import type { Derivation, Edge } from "../../../schema/edge.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import { AppError, assertNever } from "../../../schema/errors.ts";
import type { EdgeId } from "../../../schema/ids.ts";
import type { EdgeState } from "../../../schema/review.ts";
import type { Transaction } from "../../database.ts";
import type { ReviewSettings } from "../review/write-review.ts";
import { watchEdges } from "../review/watch-edges.ts";
import { isBare } from "./bare-edge.ts";
import { copyEvidence } from "./copy-evidence.ts";
import { documentsThere } from "./documents-there.ts";
import { PERSON_CONFIDENCE, ensureDatasets, refuseCycle, replaceEdge } from "./edge-writes.ts";
import type { EdgePlaces } from "./edge-places.ts";
import { findEdgeById } from "./find-edge-by-id.ts";
import { knownId } from "../read/known-id.ts";

interface ChangeEdge extends Pick<ReviewSettings, "by" | "now"> {
  readonly id: EdgeId;
  readonly change: EdgeChange;
  readonly places: EdgePlaces;
}

/** What came of a person's change. */
export interface EdgeChanged {
  /** The edge that stands now: another one, when the edit led it elsewhere. */
  readonly edge: EdgeId;
  readonly states: EdgeState[];
}

/**
 * Accepts, rejects or edits an edge; the flags downstream are not brought up to date yet. The edge keeps its id and evidence; what was
 * decided is noted on it, with the documents that were there, so that no later trace goes against it.
 *
 * Fails with NOT_FOUND, with INPUT_INVALID for an edit of what is no derivation, and with CONFLICT when an accepted edge would
 * close a cycle, or the edge that an edit leads to is believed already or decided on.
 */
export const changeEdge = async (transaction: Transaction, request: ChangeEdge): Promise<EdgeChanged> => {
  const edge = await findEdgeById(transaction, request.id, request.places);
  if (edge === undefined) throw noSuchEdge(request.id);
  const { change } = request;
  const decision = await toDecision(transaction, edge, request);
  if (change.verdict === "edited" && change.to !== undefined) {
    const to = (await knownId(transaction, change.to)) ?? change.to;
    if (to !== edge.to)
      return redirect(transaction, derivationOnly(edge), { change: { ...change, to }, decision });
  }
  const watch = await watchEdges(transaction, [edge]);
  const { contradicted: _settled, ...decided } = applyChange(edge, change, decision);
  if (decided.kind === "derivation" && decided.status === "accepted") {
    await refuseCycle(transaction, decided);
    await ensureDatasets(transaction, [decided.from, decided.to]);
  }
  await replaceEdge(transaction, decided);
  return { edge: edge.id, states: await watch.states({ all: true }) };
};

export const noSuchEdge = (id: EdgeId): AppError =>
  new AppError(`there is no edge ${id}`, { code: "NOT_FOUND", context: { id } });

const toDecision = async (
  transaction: Transaction,
  { id, from }: Edge,
  { change, by, now }: ChangeEdge,
): Promise<Decision> => ({
  verdict: change.verdict,
  by,
  at: now.toISOString(),
  ...(change.note === undefined ? {} : { note: change.note }),
  documents: await documentsThere(transaction, { id, from }),
});

const applyChange = (edge: Edge, change: EdgeChange, decision: Decision): Edge => {
  switch (change.verdict) {
    case "accepted":
      return { ...accepted(edge), decision };
    case "rejected":
      return edge.kind === "derivation"
        ? { ...edge, status: "rejected", rejection: change.reason, decision }
        : { ...edge, status: "rejected", decision };
    case "edited":
      return { ...editedDerivation(derivationOnly(edge), change), decision };
    default:
      return assertNever(change);
  }
};

const accepted = <Kind extends Edge>(edge: Kind): Kind => {
  if (edge.kind !== "derivation") return { ...edge, status: "accepted" };
  const { rejection: _rejection, ...rest } = edge;
  return { ...rest, status: "accepted" } as Kind;
};

type Edit = Extract<EdgeChange, { readonly verdict: "edited" }>;

const editedDerivation = (edge: Derivation, { relation, split, subset }: Edit): Derivation => {
  const { split: oldSplit, subset: oldSubset, ...rest } = accepted(edge);
  const newSplit = split === undefined ? oldSplit : (split ?? undefined);
  const newSubset = subset === undefined ? oldSubset : (subset ?? undefined);
  return {
    ...rest,
    relation: relation ?? edge.relation,
    ...(newSplit === undefined ? {} : { split: newSplit }),
    ...(newSubset === undefined ? {} : { subset: newSubset }),
  };
};

const derivationOnly = (edge: Edge): Derivation => {
  if (edge.kind === "derivation") return edge;
  throw new AppError(`edge ${edge.id} is a ${edge.kind}; it can be accepted or rejected, not edited`, {
    code: "INPUT_INVALID",
  });
};

/**
 * An edge's id is that of its two ends, in every trace: so the edge to another source is another edge, which takes the evidence
 * along, and the old one stays as rejected, lest a trace bring it back.
 */
const redirect = async (
  transaction: Transaction,
  edge: Derivation,
  { change, decision }: { readonly change: Edit; readonly decision: Decision },
): Promise<EdgeChanged> => {
  const to = change.to ?? edge.to;
  const id = toEdgeId("derivation", edge.from, to);
  const watch = await watchEdges(transaction, [edge, { id, from: edge.from }]);
  const known = watch.before.get(id);
  refuseTaken(known);
  await refuseCycle(transaction, { from: edge.from, to });
  await ensureDatasets(transaction, [edge.from, to]);
  const { contradicted: _settled, ...settled } = edge;
  const moved = { ...ledTo(settled, { id, to }, known), decision: { ...decision, replaces: edge.id } };
  const left: Derivation = { ...settled, status: "rejected", rejection: "wrong-id" };
  await replaceEdge(transaction, { ...left, decision: { ...decision, replacedBy: id } });
  await replaceEdge(transaction, editedDerivation(moved, change));
  await copyEvidence(transaction, edge, { id, from: edge.from });
  return { edge: id, states: await watch.states({ all: true }) };
};

/** Nobody's word on the edge that is there is written over: a person decides on that one itself. */
const refuseTaken = (known: Edge | undefined): void => {
  if (known === undefined || (known.status === "rejected" && known.decision === undefined)) return;
  const { id, from, to, status, decision } = known;
  const by = decision === undefined ? "" : ` by ${decision.by}`;
  const message = `the edge ${id} from ${from} to ${to} is there already, ${status}${by}; decide on that one, and reject this`;
  throw new AppError(message, { code: "CONFLICT", context: { edge: id } });
};

/** What someone published or proposed is said of its own two ends: of others it would be a word that nobody gave. */
const ledTo = (
  edge: Derivation,
  ends: Pick<Derivation, "id" | "to">,
  known: Edge | undefined,
): Derivation => {
  const { origin: _others, ...rest } = edge;
  const own = known?.kind === "derivation" && known.origin !== undefined ? { origin: known.origin } : {};
  const confidence = isBare(edge) ? { confidence: PERSON_CONFIDENCE } : {};
  return { ...rest, ...ends, ...own, ...confidence };
};
