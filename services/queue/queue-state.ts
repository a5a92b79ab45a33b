import type { Database } from "../../graph/database.ts";
import { type AcceptedSteps, createAcceptedSteps } from "../../graph/queue/accepted-steps.ts";
import { createReviewFold, type ReviewFold } from "../../graph/queue/fold-reviews.ts";
import { createHeldOut, type HeldOut } from "../../graph/queue/held-out.ts";
import { createValuer, type Valuer } from "../../graph/queue/create-valuer.ts";
import type { EdgePlaces } from "../../graph/store/edges/edge-places.ts";
import { findEdgeById } from "../../graph/store/edges/find-edge-by-id.ts";
import {
  type EndName,
  readEdgesAt,
  readEndNames,
  readEventsAfter,
  readQueue,
} from "../../graph/store/queue/read-queue.ts";
import type { GraphVersion } from "../../graph/track-version.ts";
import type { Edge } from "../../schema/edge.ts";
import type { ReviewEvent } from "../../schema/review.ts";
import { type Draws, proposalsOn, type QueueEntry, reasonsOf } from "./queue-entry.ts";

/** The queue as everybody sees it, of one moment. */
export interface QueueView {
  /** By value, the highest first. */
  readonly entries: readonly QueueEntry[];
  entry(id: string): QueueEntry | undefined;
  /** An edge as whoever decided on it sees it, whether anybody asks for it or not. */
  valued(edge: Edge): QueueEntry;
  /** Undefined of what the queue has no edge to. */
  name(id: string): EndName | undefined;
}

export interface QueueStateDependencies {
  readonly database: Database & Partial<GraphVersion>;
  readonly places: EdgePlaces;
  readonly draws: Draws;
}

/** What is kept between two questions. */
interface Memory {
  version: string | undefined;
  freshUntilMs: number;
  readonly fold: ReviewFold;
  readonly steps: AcceptedSteps;
  readonly heldOut: HeldOut;
  readonly readers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those that are asked about. */
  readonly edges: Map<string, Edge>;
  readonly names: Map<string, EndName>;
}

interface Kept {
  readonly memory: Memory;
  readonly view: QueueView;
}

/** A graph that is read slowly is kept for so many times its reading time while traces write to it; what people decide counts at once. */
const QUICK_MS = 300;
const PATIENCE_FACTOR = 5;

/**
 * Keeps the queue in memory. What people decide is taken from the log, which says what became of each edge, and the queue is put in order
 * anew from that alone; anything else that is written to the graph has it read again.
 */
export const createQueueState = (dependencies: QueueStateDependencies): { latest(): Promise<QueueView> } => {
  let kept: Kept | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const refresh = async (): Promise<QueueView> => {
    kept = kept === undefined ? await readAnew(dependencies) : await follow(kept, dependencies);
    return kept.view;
  };
  let waiting: Promise<QueueView> | undefined;
  return {
    // Whoever asks while it is being read waits for the next reading, and shares it: an answer is no older than its question.
    latest: () => {
      waiting ??= turn.then(() => {
        const reading = refresh();
        waiting = undefined;
        turn = reading.catch(() => undefined);
        return reading;
      });
      return waiting;
    },
  };
};

const readerOf = (database: Database) => ({
  run: (text: string, parameters?: Readonly<Record<string, unknown>>) => database.read(text, parameters),
});

const readAnew = async (dependencies: QueueStateDependencies): Promise<Kept> => {
  const { database, draws } = dependencies;
  const startedMs = performance.now();
  const version = await database.version?.();
  const fold = createReviewFold();
  fold.add(await readEventsAfter(readerOf(database), 0));
  const { edges: found, steps: read, readers, benchmarks } = await readQueue(database, draws.isAudited);
  const steps = createAcceptedSteps();
  for (const step of read) steps.set(step);
  const memory: Memory = {
    version,
    freshUntilMs: 0,
    fold,
    steps,
    heldOut: createHeldOut(benchmarks, steps),
    readers,
    edges: new Map(found.map((edge) => [edge.id, edge])),
    names: new Map(),
  };
  for (const edge of await readReviewed(memory, fold.edges(), dependencies)) memory.edges.set(edge.id, edge);
  const view = await lookAgain(memory, dependencies);
  const tookMs = performance.now() - startedMs;
  memory.freshUntilMs = performance.now() + (tookMs < QUICK_MS ? 0 : tookMs * PATIENCE_FACTOR);
  return { memory, view };
};

/** What the log asks about and the graph alone does not: proposals, and decisions that are due for a second look. */
const readReviewed = async (
  { fold, edges }: Memory,
  ids: Iterable<string>,
  { database, draws, places }: QueueStateDependencies,
): Promise<readonly Edge[]> => {
  const known: { readonly id: string; readonly from: string }[] = [];
  const unknown: string[] = [];
  for (const id of ids) {
    const reviews = fold.of(id);
    if (edges.has(id) || reviews === undefined) continue;
    const isAsked = reviews.proposals.length > 0 || (reviews.undecided !== undefined && draws.isSeconded(id));
    if (!isAsked) continue;
    if (reviews.from === undefined) unknown.push(id);
    else known.push({ id, from: reviews.from });
  }
  const found = [...(await readEdgesAt(readerOf(database), known))];
  for (const id of unknown) {
    const edge = await findEdgeById(readerOf(database), id, places);
    if (edge !== undefined) found.push(edge);
  }
  return found;
};

/** Takes in what people did since; reads everything anew when something else was written too. */
const follow = async ({ memory, view }: Kept, dependencies: QueueStateDependencies): Promise<Kept> => {
  const { database } = dependencies;
  const version = await database.version?.();
  if (version !== undefined && version === memory.version) return { memory, view };
  const events = await readEventsAfter(readerOf(database), memory.fold.last());
  const isAll =
    version !== undefined && memory.version !== undefined && explains(events, memory.version, version);
  if (!isAll && memory.freshUntilMs <= performance.now()) return readAnew(dependencies);
  memory.fold.add(events);
  for (const event of events) applyStates(memory, event);
  for (const edge of await readReviewed(memory, touchedBy(events, memory.fold), dependencies))
    memory.edges.set(edge.id, edge);
  // One that is kept for a while only is read anew after it, though nobody wrote since.
  if (isAll) memory.version = version;
  return { memory, view: await lookAgain(memory, dependencies) };
};

/** Edges of which the log says something else now. An undoing of what changed nothing does not say of which. */
const touchedBy = (events: readonly ReviewEvent[], fold: ReviewFold): Iterable<string> => {
  if (events.some(({ action }) => action.kind === "undone")) return fold.edges();
  return new Set(
    events.flatMap(({ action, states }) => [
      ...states.map(({ edge }) => edge),
      ...("edge" in action ? [action.edge] : []),
    ]),
  );
};

/**
 * Whether these events are all that was written between two versions, which count the writes: each event is one, or a batch together.
 * What is written with other things, or by a file of many, does not tell.
 */
const explains = (events: readonly ReviewEvent[], before: string, after: string): boolean => {
  const writes = new Set(events.map(({ id, batch }) => batch ?? id)).size;
  const isPlain = events.every(({ imported, action }) => imported === undefined && action.kind !== "renamed");
  return isPlain && Number(after) - Number(before) === writes;
};

const applyStates = ({ edges, steps }: Memory, { states }: ReviewEvent): void => {
  for (const { edge: id, after } of states) {
    if (after === null) edges.delete(id);
    else edges.set(id, after);
    if (after?.kind === "derivation" && after.status === "accepted") steps.set(after);
    else steps.remove(id);
  }
};

/** Drops what nobody asks about any more, and puts the rest in order. */
const lookAgain = async (memory: Memory, { database, draws }: QueueStateDependencies): Promise<QueueView> => {
  const { fold, edges, names, steps, heldOut } = memory;
  for (const [id, edge] of edges) {
    if (reasonsOf(edge, fold.of(id), draws).length === 0) edges.delete(id);
  }
  const froms = new Set([...edges.values()].map(({ from }) => from));
  const valuer = createValuer(steps, heldOut, froms);
  const entries = [...edges.values()].map((edge) => toEntry(edge, { memory, valuer, draws })).sort(byValue);
  const ends = new Set(entries.flatMap(({ edge }): readonly string[] => [edge.from, edge.to]));
  const unknown = [...ends].filter((id) => !names.has(id));
  for (const [id, name] of await readEndNames(readerOf(database), unknown)) names.set(id, name);
  const byId = new Map<string, QueueEntry>(entries.map((entry) => [entry.edge.id, entry]));
  return {
    entries,
    entry: (id) => byId.get(id),
    valued: (edge) => toEntry(edge, { memory, valuer, draws, isOpen: true }),
    name: (id) => names.get(id),
  };
};

const byValue = (one: QueueEntry, other: QueueEntry): number =>
  other.value.total - one.value.total || (one.edge.id < other.edge.id ? -1 : 1);

interface Valuing {
  readonly memory: Pick<Memory, "fold" | "readers">;
  readonly valuer: Valuer;
  readonly draws: Draws;
  /** Nothing is kept back for a second look. */
  readonly isOpen?: boolean;
}

const NOBODY: ReadonlySet<string> = new Set();
const NO_SKIPS: ReadonlyMap<string, number> = new Map();

const toEntry = (current: Edge, { memory, valuer, draws, isOpen = false }: Valuing): QueueEntry => {
  const reviews = memory.fold.of(current.id);
  const reasons = reasonsOf(current, reviews, draws);
  const why = isOpen ? reasons.filter((reason) => reason !== "second") : reasons;
  const blind = why[0] === "second";
  const edge = blind ? (reviews?.undecided ?? current) : current;
  const proposals = blind ? [] : proposalsOn(current, reviews);
  const readers = memory.readers.get(edge.from) ?? NOBODY;
  return {
    edge,
    why,
    blind,
    proposals,
    value: valuer({ edge, readers, proposals: proposals.length }),
    revision: reviews?.revision ?? 0,
    changes: reviews?.changes ?? 0,
    people: reviews?.people ?? NOBODY,
    skippedBy: reviews?.skippedBy ?? NO_SKIPS,
  };
};
