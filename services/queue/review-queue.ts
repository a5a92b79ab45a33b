import type { LineageStore } from "../../graph/store/lineage.ts";
import type { Assignment, Hold, Holder, QueueHolds } from "../../graph/store/queue/queue-holds.ts";
import { isFree } from "../../graph/store/queue/queue-holds.ts";
import { AppError } from "../../schema/errors.ts";
import type { EdgeId } from "../../schema/ids.ts";
import type { QueueFilter, QueueQuery } from "../../schema/queue-filter.ts";
import type { QueueReason } from "../../schema/queue-reasons.ts";
import type {
  AssignAnswer,
  AssignRequest,
  QueueDetail,
  QueueItem,
  QueuePage,
  ReleaseAnswer,
  ReleaseRequest,
  TakeAnswer,
  TakeRequest,
  TargetCandidate,
} from "../../schema/review-queue.ts";
import type { Edge } from "../../schema/edge.ts";
import type { Reviewer } from "../reviews.ts";
import { type AskedEntry, createQueueMatcher } from "./matches-queue-filter.ts";
import { isFor, type QueueEntry } from "./queue-entry.ts";
import type { QueueView } from "./queue-state.ts";

/** What waits for people, and who has what of it before them. */
export interface ReviewQueue {
  list(query: QueueQuery, by: Reviewer): Promise<QueuePage>;
  /** Any edge, whether anybody asks for it or not. Fails with NOT_FOUND. */
  item(edge: EdgeId, client: string | undefined, by: Reviewer): Promise<QueueDetail>;
  /** The next item for the asker, or a named one, held for them. Fails with CONFLICT when somebody else holds it, with NOT_FOUND. */
  take(request: TakeRequest, by: Reviewer): Promise<TakeAnswer>;
  release(request: ReleaseRequest, by: Reviewer): Promise<ReleaseAnswer>;
  /** Makes edges of the queue somebody's own. Edges that are not in the queue are left out. */
  assign(request: AssignRequest, by: Reviewer): Promise<AssignAnswer>;
}

export interface ReviewQueueDependencies {
  readonly state: { latest(): Promise<QueueView> };
  readonly holds: QueueHolds;
  readonly store: Pick<LineageStore, "edge">;
  readonly candidates: (question: CandidateQuestion) => Promise<readonly TargetCandidate[]>;
  readonly now: () => Date;
}

/** What an edge's target could be instead. */
export interface CandidateQuestion {
  readonly edge: Edge;
  /** As the documents write it. */
  readonly names: readonly string[];
  /** Nothing that people decided may show. */
  readonly blind: boolean;
}

/** Items that are tried at once: whoever takes at the same time holds the first of them. */
const TRIED = 100;

export const createReviewQueue = (dependencies: ReviewQueueDependencies): ReviewQueue => {
  const { holds, now } = dependencies;
  return {
    list: async (query, { name }) => {
      const asked = await ask(dependencies, { by: name, client: query.client ?? "" });
      const { why, ...rest } = query;
      const fitting = asked.fitting(rest);
      const items = fitting.filter(
        (entry) => why === undefined || entry.why.some((one) => why.includes(one)),
      );
      return {
        items: items.slice(query.skip, query.skip + query.limit).map(asked.toItem),
        total: items.length,
        reasons: countReasons(fitting),
      };
    },
    item: async (edge, client, { name }) =>
      readDetail(dependencies, await ask(dependencies, { by: name, client: client ?? "" }), edge),
    take: (request, { name }) => take(dependencies, request, { by: name, client: request.client ?? "" }),
    release: async ({ edge, client }, { name }) => ({
      released: await holds.release(edge, { by: name, client: client ?? "" }),
    }),
    assign: async ({ to, edges, filter, preview }, { name }) => {
      const asked = await ask(dependencies, { by: name, client: "" });
      const wanted = edges === undefined ? undefined : new Set<string>(edges);
      const chosen = asked.fitting(filter ?? {}).map(({ edge }) => edge.id);
      const ids = wanted === undefined ? chosen : chosen.filter((id) => wanted.has(id));
      const assignment = to === null ? undefined : { to, by: name, at: now().toISOString() };
      if (!preview && ids.length > 0) await holds.assign(ids, assignment);
      return { count: ids.length, preview };
    },
  };
};

/** The queue as one asker sees it. */
interface Asked {
  readonly view: QueueView;
  /** In the asker's order. */
  fitting(filter: QueueFilter): readonly QueueEntry[];
  toItem(entry: QueueEntry): QueueItem;
  isFor(entry: QueueEntry): boolean;
  /** Whether it may be handed out unasked. */
  isOpen(entry: QueueEntry): boolean;
}

const ask = async ({ state, holds }: ReviewQueueDependencies, asker: Holder): Promise<Asked> => {
  const [view, held, assigned] = await Promise.all([state.latest(), holds.live(), holds.assignments()]);
  const toAsked = (entry: QueueEntry): AskedEntry => ({
    entry,
    asker: asker.by,
    assigned: assigned.get(entry.edge.id)?.to,
    isHeld: !isFree(held.get(entry.edge.id), asker),
  });
  /** Their own first, then the rest as it is, then what they skipped, the earliest skip first. */
  const rank = ({ edge, skippedBy }: QueueEntry): number => {
    const skip = skippedBy.get(asker.by);
    if (skip !== undefined) return 1 + skip;
    return assigned.get(edge.id)?.to === asker.by ? 0 : 1;
  };
  return {
    view,
    fitting: (filter) => {
      const matches = createQueueMatcher(filter);
      return view.entries
        .filter((entry) => isFor(entry, asker.by) && matches(toAsked(entry)))
        .toSorted((one, other) => rank(one) - rank(other));
    },
    isFor: (entry) => isFor(entry, asker.by),
    isOpen: (entry) => (assigned.get(entry.edge.id)?.to ?? asker.by) === asker.by,
    toItem: (entry) =>
      toItem(entry, {
        view,
        asker,
        hold: held.get(entry.edge.id),
        assignment: assigned.get(entry.edge.id),
      }),
  };
};

interface ItemContext {
  readonly view: QueueView;
  readonly asker: Holder;
  readonly hold: Hold | undefined;
  readonly assignment: Assignment | undefined;
}

const toItem = (entry: QueueEntry, { view, asker, hold, assignment }: ItemContext): QueueItem => {
  const { edge, why, value, revision, blind, proposals, skippedBy } = entry;
  const end = (id: string): QueueItem["from"] => ({
    id,
    ...(view.name(id) ?? { name: id, isBenchmark: false }),
  });
  return {
    why: [...why],
    edge,
    from: end(edge.from),
    to: end(edge.to),
    value,
    revision,
    blind,
    proposals,
    skipped: skippedBy.has(asker.by),
    ...(hold === undefined
      ? {}
      : { held: { by: hold.by, until: hold.until.toISOString(), mine: isFree(hold, asker) } }),
    ...(assignment === undefined ? {} : { assigned: assignment }),
  };
};

const countReasons = (entries: readonly QueueEntry[]): QueuePage["reasons"] => {
  const counts: Record<QueueReason, number> = {
    contradicted: 0,
    proposed: 0,
    flagged: 0,
    second: 0,
    audit: 0,
  };
  for (const { why } of entries) for (const reason of why) counts[reason] += 1;
  return counts;
};

const readDetail = async (
  { store, candidates }: ReviewQueueDependencies,
  asked: Asked,
  id: EdgeId,
): Promise<QueueDetail> => {
  const found = await store.edge(id);
  if (found === undefined) throw noSuchEdge(id);
  const waiting = asked.view.entry(id);
  const entry = waiting !== undefined && asked.isFor(waiting) ? waiting : asked.view.valued(found.edge);
  const { blind, edge } = entry;
  // What a person found is what a person decided.
  const evidence = blind ? found.evidence.filter(({ tracer }) => tracer !== "person") : found.evidence;
  const names = [...new Set(evidence.map(({ nameAsWritten }) => nameAsWritten))];
  return {
    item: asked.toItem(entry),
    evidence,
    history: blind ? 0 : entry.changes,
    candidates: [...(await candidates({ edge, names, blind }))],
  };
};

const noSuchEdge = (id: EdgeId): AppError =>
  new AppError(`there is no edge ${id}`, { code: "NOT_FOUND", context: { id } });

const take = async (
  dependencies: ReviewQueueDependencies,
  request: TakeRequest,
  holder: Holder,
): Promise<TakeAnswer> => {
  const { holds, store } = dependencies;
  const { edge, filter = {}, release, seconds } = request;
  if (release !== undefined) await holds.release(release, holder);
  const durationMs = seconds * 1_000;
  if (edge !== undefined) {
    if ((await store.edge(edge)) === undefined) throw noSuchEdge(edge);
    if ((await holds.takeFirst([edge], holder, durationMs)) === undefined) throw await heldBy(holds, edge);
    const asked = await ask(dependencies, holder);
    return { taken: await readDetail(dependencies, asked, edge), total: asked.fitting(filter).length };
  }
  for (let skip = 0; ;) {
    const before = await ask(dependencies, holder);
    const fitting = before.fitting(filter);
    const ids = fitting.filter(before.isOpen).map((entry) => entry.edge.id);
    if (skip >= ids.length) return { total: fitting.length };
    const hold = await holds.takeFirst(ids.slice(skip, skip + TRIED), holder, durationMs);
    const id = ids.find((one) => one === hold?.edge);
    if (id === undefined) {
      skip += TRIED;
      continue;
    }
    // Who held it before may just have decided on it.
    const after = await ask(dependencies, holder);
    const left = after.fitting(filter);
    if (left.some((entry) => entry.edge.id === id)) {
      return { taken: await readDetail(dependencies, after, id), total: left.length };
    }
    await holds.release(id, holder);
  }
};

const heldBy = async (holds: QueueHolds, edge: EdgeId): Promise<AppError> => {
  const hold = (await holds.live()).get(edge);
  const who = hold === undefined ? "somebody else" : `${hold.by} until ${hold.until.toISOString()}`;
  return new AppError(`the edge ${edge} is held by ${who}`, { code: "CONFLICT", context: { edge } });
};
