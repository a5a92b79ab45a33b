import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { AppError } from "../../../../schema/errors.ts";
import type { EdgeAddition, EdgeChange } from "../../../../schema/decision.ts";
import type { DatasetId, EdgeId } from "../../../../schema/ids.ts";
import type { AliasScope } from "../../../../schema/review.ts";
import type { QueueItem } from "../../../../schema/review-queue.ts";
import { isRecord } from "../is-record.ts";
import type { Letter, Outbox } from "./outbox.ts";
import type { OpenItem } from "./open-item.ts";
import type { DoneWord, PastDecision, PastDecisions } from "./past-decisions.ts";
import type { VisibleSeconds } from "./visible-seconds.ts";

/** Something that a reviewer has to know: what they decided was not taken, and why. */
export interface Notice {
  readonly id: string;
  readonly decision: PastDecision | undefined;
  /** The service's words: who decided what, and when. */
  readonly why: string;
  readonly isConflict: boolean;
}

/** What was done last, to be said aloud. */
export type Said =
  | { readonly kind: "done"; readonly decision: PastDecision }
  | { readonly kind: "undone"; readonly decision: PastDecision }
  | { readonly kind: "nothing-to-undo" };

export interface BulkEdges {
  readonly change: EdgeChange;
  readonly items: readonly QueueItem[];
}

export interface Decisions {
  /** Decides on the open edge, or proposes it where one may not decide, and goes on. */
  decide(change: EdgeChange): void;
  skip(): void;
  /** Adds an edge that nobody found; the open one stays. */
  add(addition: EdgeAddition): void;
  alias(name: string, to: DatasetId, scope: AliasScope): void;
  decideMany(bulk: BulkEdges): void;
  /** Takes back one decision, or else the last that can be, and shows its edge again. */
  undo(decision?: PastDecision): void;
  readonly notices: ReadonlySignal<readonly Notice[]>;
  dismiss(id: string): void;
  readonly said: ReadonlySignal<Said | undefined>;
  noteSaved(letter: Letter, answer: unknown): void;
  noteRefused(letter: Letter, error: AppError): void;
}

export interface DecisionDependencies {
  readonly newId: () => string;
  readonly now: () => Date;
  readonly past: PastDecisions;
  readonly outbox: Pick<Outbox, "post">;
  readonly seconds: Pick<VisibleSeconds, "read">;
  readonly isViewer: () => boolean;
  readonly current: () => OpenItem | undefined;
  readonly pass: (edges: readonly EdgeId[]) => void;
  readonly bringBack: (edges: readonly EdgeId[]) => void;
  readonly goOn: (from: EdgeId | undefined) => void;
  /** What waits is otherwise than it was. */
  readonly refresh: () => void;
}

const REVIEWS = "/api/reviews";

/** Each decision goes into the outbox and the list of what was done at once; the page never waits for the service. */
export const createDecisions = (dependencies: DecisionDependencies): Decisions => {
  const notices = signal<readonly Notice[]>([]);
  const said = signal<Said | undefined>(undefined);
  const desk: Desk = { ...dependencies, notices, said };
  return {
    ...onOpenItem(desk),
    ...onMany(desk),
    ...onAnswers(desk),
    notices,
    said,
    dismiss: (id) => (notices.value = notices.peek().filter((notice) => notice.id !== id)),
    undo: (decision = desk.past.undoable.peek()) => undo(desk, decision),
  };
};

interface Desk extends DecisionDependencies {
  readonly notices: Signal<readonly Notice[]>;
  readonly said: Signal<Said | undefined>;
}

const note = ({ past, said, now }: Desk, decision: Omit<PastDecision, "at" | "isUndone">): void => {
  const noted = { ...decision, at: now().toISOString(), isUndone: false };
  past.note(noted);
  said.value = { kind: "done", decision: noted };
};

interface Word {
  readonly what: DoneWord;
  readonly reason?: PastDecision["reason"];
  readonly bodyOf: (item: QueueItem) => object;
}

const sendWord = (desk: Desk, { what, reason, bodyOf }: Word): void => {
  const open = desk.current();
  if (open === undefined || open.heldBy !== undefined) return;
  const { item } = open.detail;
  const { id: edge, from, to } = item.edge;
  const id = desk.newId();
  const body = { ...bodyOf(item), edge, event: id, seconds: desk.seconds.read() };
  note(desk, { id, what, edge, from, to, ...(reason !== undefined && { reason }) });
  // Before it is passed: a queue that is asked for in between would still list it.
  desk.outbox.post({ id, path: REVIEWS, body, edges: [edge] });
  desk.pass([edge]);
  desk.goOn(edge);
};

const onOpenItem = (desk: Desk): Pick<Decisions, "decide" | "skip"> => ({
  decide: (change) => {
    const because = change.verdict === "rejected" ? { reason: change.reason } : {};
    if (desk.isViewer())
      return sendWord(desk, { what: "proposed", ...because, bodyOf: () => ({ kind: "proposed", change }) });
    sendWord(desk, {
      what: change.verdict,
      ...because,
      bodyOf: ({ revision, blind }) => ({
        kind: "decided",
        change,
        // A blind look changes nothing, so nothing can come between.
        ...(blind ? { blind: true } : { revision }),
      }),
    });
  },
  skip: () => {
    if (!desk.isViewer()) return sendWord(desk, { what: "skipped", bodyOf: () => ({ kind: "skipped" }) });
    // Who decides on nothing has nothing to pass on: the next one, and no word of it.
    const edge = desk.current()?.detail.item.edge.id;
    if (edge !== undefined) desk.pass([edge]);
    desk.goOn(edge);
  },
});

const onMany = (desk: Desk): Pick<Decisions, "add" | "alias" | "decideMany"> => ({
  add: (addition) => {
    const id = desk.newId();
    note(desk, { id, what: "added", from: addition.from, to: addition.to });
    const body = { kind: "added", addition, event: id, seconds: desk.seconds.read() };
    desk.outbox.post({ id, path: REVIEWS, body, edges: [] });
  },
  alias: (name, to, scope) => {
    const id = desk.newId();
    const edge = desk.current()?.detail.item.edge.id;
    const edges = edge === undefined ? [] : [edge];
    note(desk, { id, what: "alias", from: name, to, ...(edge !== undefined && { edge }) });
    const body = { kind: "alias", name, to, scope, event: id, seconds: desk.seconds.read() };
    desk.outbox.post({ id, path: REVIEWS, body, edges });
    desk.pass(edges);
    desk.goOn(edge);
  },
  decideMany: ({ change, items }) => {
    const id = desk.newId();
    const edges = items.map(({ edge }) => edge.id);
    note(desk, { id, what: "bulk", from: change.verdict, to: "", count: items.length });
    const body = {
      change,
      edges: items.map(({ edge, revision }) => ({ edge: edge.id, revision })),
      batch: id,
      seconds: desk.seconds.read(),
    };
    desk.outbox.post({ id, path: `${REVIEWS}/bulk`, body, edges });
    desk.pass(edges);
    desk.goOn(desk.current()?.detail.item.edge.id);
  },
});

const undo = (desk: Desk, decision: PastDecision | undefined): void => {
  if (decision === undefined) {
    desk.said.value = { kind: "nothing-to-undo" };
    return;
  }
  const id = desk.newId();
  const edges = decision.edge === undefined ? [] : [decision.edge];
  desk.past.change(decision.id, { isUndone: true });
  desk.said.value = { kind: "undone", decision };
  const path = `${REVIEWS}/${decision.id}/undo`;
  const body = { event: id, seconds: desk.seconds.read() };
  desk.outbox.post({ id, path, body, edges, undoes: decision.id });
  desk.bringBack(edges);
};

const onAnswers = (desk: Desk): Pick<Decisions, "noteSaved" | "noteRefused"> => ({
  noteSaved: (letter, answer) => {
    const count = countOf(answer);
    if (count !== undefined) desk.past.change(letter.id, { count });
    // An alias, a batch and their undoing change what else waits.
    if (letter.edges.length !== 1 || letter.undoes !== undefined || count !== undefined) desk.refresh();
  },
  noteRefused: ({ id, undoes }, error) => {
    const decision = desk.past.all.peek().find((one) => one.id === (undoes ?? id));
    if (undoes === undefined) desk.past.change(id, { refused: error.message });
    else desk.past.change(undoes, { isUndone: false });
    const isConflict = error.code === "CONFLICT";
    desk.notices.value = [...desk.notices.peek(), { id, decision, why: error.message, isConflict }];
    desk.refresh();
  },
});

/** Edges that an alias or a batch has changed; of one decision it goes without saying. */
const countOf = (answer: unknown): number | undefined => {
  if (!isRecord(answer)) return undefined;
  if (typeof answer["count"] === "number") return answer["count"];
  const { action, states } = answer;
  return isRecord(action) && action["kind"] === "alias" && Array.isArray(states) ? states.length : undefined;
};
