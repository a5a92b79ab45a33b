import type { Document } from "../../../schema/document.ts";
import type { Edge } from "../../../schema/edge.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import { AppError, assertNever } from "../../../schema/errors.ts";
import { DatasetId, EdgeId } from "../../../schema/ids.ts";
import type { PatchLine, PatchReport } from "../../../schema/review-batch.ts";
import type { EdgeState, NameState } from "../../../schema/review.ts";
import type { Database, Transaction } from "../../database.ts";
import { FIND_ALIASES } from "../../queries/commit.ts";
import { DOCUMENT_BY_HASH } from "../../queries/reviews.ts";
import { toAlias, toDocument } from "../../rows.ts";
import { toAliasKey } from "../commit/commit-aliases.ts";
import { type AddEdge, addDerivation } from "../edges/add-edge.ts";
import { changeEdge, noSuchEdge } from "../edges/change-edge.ts";
import type { EdgePlaces } from "../edges/edge-places.ts";
import { findEdgeById } from "../edges/find-edge-by-id.ts";
import { knownId } from "../read/known-id.ts";
import { nameWithin } from "./name-dataset.ts";
import { rehearse } from "./rehearse.ts";
import { isRefusal } from "./review-batch.ts";
import { appendReviews, findReview, holdLog } from "./review-log.ts";
import { isSameOutcome } from "./same-outcome.ts";
import { settleStates } from "./settle-states.ts";
import { undoWithin } from "./undo-review.ts";
import { type Effect, REVIEW_TIMEOUT_MS, type ReviewSettings, toDraft } from "./write-review.ts";

export interface ImportReviews extends Omit<ReviewSettings, "role"> {
  readonly lines: readonly PatchLine[];
  readonly preview: boolean;
  readonly places: EdgePlaces;
}

/**
 * Does in this graph what a log of another says was done, in one transaction, as far as the edges are here and nobody decided otherwise.
 * Events keep their ids, so that the same file again does nothing; each says who took it in.
 */
export const importReviews = (database: Database, request: ImportReviews): Promise<PatchReport> =>
  request.preview
    ? rehearse(database, (transaction) => importAll(transaction, request))
    : database.write((transaction) => importAll(transaction, request), { timeoutMs: REVIEW_TIMEOUT_MS });

const importAll = async (transaction: Transaction, request: ImportReviews): Promise<PatchReport> => {
  let last = await holdLog(transaction, request.by);
  const report = { applied: 0, known: 0, ignored: 0 };
  const conflicts: PatchReport["conflicts"] = [];
  const unknown: PatchReport["unknown"] = [];
  const changed: { readonly states: EdgeState[]; readonly names: NameState[] } = { states: [], names: [] };
  for (const line of request.lines) {
    if (line.action.kind === "renamed") report.ignored += 1;
    else if ((await findReview(transaction, line.id)) !== undefined) report.known += 1;
    else {
      try {
        const effect = await apply(transaction, line, request);
        await appendReviews(transaction, [toImported(effect, line, request)], last);
        last += 1;
        report.applied += 1;
        changed.states.push(...effect.states);
        changed.names.push(...(effect.names ?? []));
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const refused = error.code === "NOT_FOUND" ? unknown : conflicts;
        refused.push({ event: line.id, reason: error.message });
      }
    }
  }
  const contamination = await settleStates(transaction, changed, request);
  return { preview: request.preview, ...report, conflicts, unknown, contamination };
};

const toImported = (effect: Effect, line: PatchLine, { now, by, list, newId }: ImportReviews) =>
  toDraft(effect, {
    list,
    newId,
    now: new Date(line.at),
    by: line.by,
    role: line.role,
    event: line.id,
    batch: line.batch,
    seconds: line.seconds,
    blind: effect.states.length === 0 && line.action.kind === "decided" ? true : line.blind,
    imported: { at: now.toISOString(), by },
  });

type Line = PatchLine;

const apply = async (transaction: Transaction, line: Line, request: ImportReviews): Promise<Effect> => {
  const { action, note } = line;
  switch (action.kind) {
    case "decided":
      return decide(transaction, { line, action, request });
    case "added":
      return add(transaction, line, action.addition);
    case "skipped":
    case "proposed": {
      const { id } = await findHere(transaction, line, request.places);
      return { action: { ...action, edge: id }, note, states: [], about: [id] };
    }
    case "alias":
      await refuseOtherMeaning(transaction, action);
      return nameWithin(transaction, { ...action, note });
    case "undone":
      return undoWithin(transaction, { undoes: action.undoes, note });
    case "renamed":
      throw new AppError("a renaming is not taken in", { code: "INTERNAL" });
    default:
      return assertNever(action);
  }
};

interface Decide {
  readonly line: Line;
  readonly action: Extract<Line["action"], { kind: "decided" }>;
  readonly request: ImportReviews;
}

/** Somebody's word here stands, unless the event was given upon that very word; what agrees with it is a label beside it. */
const decide = async (transaction: Transaction, { line, action, request }: Decide): Promise<Effect> => {
  const edge = await findHere(transaction, line, request.places);
  const own = { ...action, edge: edge.id };
  const label = { action: own, note: line.note, states: [], about: [edge.id] };
  if (line.blind === true) return label;
  const theirs = line.states.find((state) => state.edge === action.edge);
  if (edge.decision !== undefined && !isUpon(edge, theirs)) {
    if (theirs?.after !== undefined && theirs.after !== null && isSameOutcome(edge, theirs.after))
      return label;
    const { verdict, by, at } = edge.decision;
    throw new AppError(`the edge ${edge.id} was ${verdict} by ${by} at ${at} here`, { code: "CONFLICT" });
  }
  const { states } = await changeEdge(transaction, {
    id: edge.id,
    change: action.change,
    by: line.by,
    now: new Date(line.at),
    places: request.places,
  });
  return { action: own, note: line.note, states };
};

const isUpon = ({ decision }: Edge, theirs: EdgeState | undefined): boolean => {
  const before = theirs?.before?.decision;
  return before !== undefined && before.at === decision?.at && before.by === decision.by;
};

/** The edge by its id, or by what its ends are called here. Fails with NOT_FOUND. */
const findHere = async (
  transaction: Transaction,
  { action, ends }: Line,
  places: EdgePlaces,
): Promise<Edge> => {
  const id = "edge" in action ? action.edge : undefined;
  if (id === undefined) throw new AppError("the event is about no edge", { code: "INPUT_INVALID" });
  const own = ends.find(({ edge }) => edge === id);
  const ids = [id];
  if (own !== undefined) {
    const from = (await knownId(transaction, own.from)) ?? own.from;
    const to = own.kind === "model-use" ? own.to : await hereOf(transaction, own.to);
    const here = toEdgeId(own.kind, from, to);
    places.note([{ id: here, from }]);
    ids.push(here);
  }
  for (const one of new Set(ids)) {
    const edge = await findEdgeById(transaction, one, places);
    if (edge !== undefined) return edge;
  }
  throw noSuchEdge(EdgeId.parse(id));
};

const hereOf = async (transaction: Transaction, to: string): Promise<string> => {
  const parsed = DatasetId.safeParse(to);
  return parsed.success ? ((await knownId(transaction, parsed.data)) ?? to) : to;
};

const add = async (transaction: Transaction, line: Line, addition: AddEdge["addition"]): Promise<Effect> => {
  const proof = await findProof(transaction, line, addition);
  const now = new Date(line.at);
  const request = { addition, by: line.by, now, ...(proof === undefined ? {} : { proof }) };
  const { edge, states } = await addDerivation(transaction, request);
  return { action: { kind: "added", edge, addition }, note: line.note, states };
};

/** A quote comes along where its document is known here. */
const findProof = async (
  transaction: Transaction,
  { states }: Line,
  { quote }: AddEdge["addition"],
): Promise<AddEdge["proof"]> => {
  const evidence = states.flatMap(({ gained = [] }) => gained).find(({ tracer }) => tracer === "person");
  if (quote === undefined || evidence === undefined) return undefined;
  const [row] = await transaction.run(DOCUMENT_BY_HASH, { sha256: quote.document });
  if (row === undefined) return undefined;
  const document: Document = toDocument(row["properties"]);
  return { document, quote: evidence.quote, span: evidence.span };
};

const refuseOtherMeaning = async (
  transaction: Transaction,
  { name, to }: { readonly name: string; readonly to: DatasetId },
): Promise<void> => {
  const [known] = (await transaction.run(FIND_ALIASES, { keys: [toAliasKey(name)] })).map(toAlias);
  if (known?.reason !== "decided" || known.datasetId === to) return;
  throw new AppError(`the name ${name} was said to mean ${known.datasetId} here`, { code: "CONFLICT" });
};
