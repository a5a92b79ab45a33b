import { signal, type ReadonlySignal } from "@preact/signals";
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
  const { past, outbox, seconds, now, newId, current, isViewer } = dependencies;
  const notices = signal<readonly Notice[]>([]);
  const said = signal<Said | undefined>(undefined);
  const note = (decision: Omit<PastDecision, "at" | "isUndone">): void => {
    const noted = { ...decision, at: now().toISOString(), isUndone: false };
    past.note(noted);
    said.value = { kind: "done", decision: noted };
  };
  const onOpen = (
    what: DoneWord,
    bodyOf: (item: QueueItem) => object,
    reason?: PastDecision["reason"],
  ): void => {
    const open = current();
    if (open === undefined || open.heldBy !== undefined) return;
    const { item } = open.detail;
    const id = newId();
    const edges = [item.edge.id];
    const body = { ...bodyOf(item), edge: item.edge.id, event: id, seconds: seconds.read() };
    dependencies.pass(edges);
    note({
      id,
      what,
      edge: item.edge.id,
      from: item.edge.from,
      to: item.edge.to,
      ...(reason !== undefined && { reason }),
    });
    outbox.post({ id, path: REVIEWS, body, edges });
    dependencies.goOn(item.edge.id);
  };
  return {
    notices,
    said,
    dismiss: (id) => (notices.value = notices.peek().filter((notice) => notice.id !== id)),
    decide: (change) => {
      const reason = change.verdict === "rejected" ? change.reason : undefined;
      if (isViewer()) return onOpen("proposed", () => ({ kind: "proposed", change }), reason);
      onOpen(
        change.verdict,
        ({ revision, blind }) => ({
          kind: "decided",
          change,
          // A blind look changes nothing, so nothing can come between.
          ...(blind ? { blind: true } : { revision }),
        }),
        reason,
      );
    },
    skip: () => {
      if (!isViewer()) return onOpen("skipped", () => ({ kind: "skipped" }));
      // Who decides on nothing has nothing to pass on: the next one, and no word of it.
      const edge = current()?.detail.item.edge.id;
      if (edge !== undefined) dependencies.pass([edge]);
      dependencies.goOn(edge);
    },
    add: (addition) => {
      const id = newId();
      note({ id, what: "added", from: addition.from, to: addition.to });
      const body = { kind: "added", addition, event: id, seconds: seconds.read() };
      outbox.post({ id, path: REVIEWS, body, edges: [] });
    },
    alias: (name, to, scope) => {
      const id = newId();
      const edge = current()?.detail.item.edge.id;
      note({ id, what: "alias", from: name, to, ...(edge !== undefined && { edge }) });
      const body = { kind: "alias", name, to, scope, event: id, seconds: seconds.read() };
      const edges = edge === undefined ? [] : [edge];
      dependencies.pass(edges);
      outbox.post({ id, path: REVIEWS, body, edges });
      dependencies.goOn(edge);
    },
    decideMany: ({ change, items }) => {
      const id = newId();
      const edges = items.map(({ edge }) => edge.id);
      note({ id, what: "bulk", from: change.verdict, to: "", count: items.length });
      const body = {
        change,
        edges: items.map(({ edge, revision }) => ({ edge: edge.id, revision })),
        batch: id,
        seconds: seconds.read(),
      };
      dependencies.pass(edges);
      outbox.post({ id, path: `${REVIEWS}/bulk`, body, edges });
      dependencies.goOn(current()?.detail.item.edge.id);
    },
    undo: (decision = past.undoable.peek()) => {
      if (decision === undefined) {
        said.value = { kind: "nothing-to-undo" };
        return;
      }
      const id = newId();
      const edges = decision.edge === undefined ? [] : [decision.edge];
      past.change(decision.id, { isUndone: true });
      said.value = { kind: "undone", decision };
      const path = `${REVIEWS}/${decision.id}/undo`;
      outbox.post({ id, path, body: { event: id, seconds: seconds.read() }, edges, undoes: decision.id });
      dependencies.bringBack(edges);
    },
    noteSaved: (letter, answer) => {
      const count = countOf(answer);
      if (count !== undefined) past.change(letter.id, { count });
      // An alias, a batch and their undoing change what else waits.
      if (letter.edges.length !== 1 || letter.undoes !== undefined || count !== undefined)
        dependencies.refresh();
    },
    noteRefused: (letter, error) => {
      const decision = past.all.peek().find(({ id }) => id === (letter.undoes ?? letter.id));
      if (letter.undoes === undefined) past.change(letter.id, { refused: error.message });
      else past.change(letter.undoes, { isUndone: false });
      const isConflict = error.code === "CONFLICT";
      notices.value = [...notices.peek(), { id: letter.id, decision, why: error.message, isConflict }];
      dependencies.refresh();
    },
  };
};

/** Edges that an alias or a batch has changed; of one decision it goes without saying. */
const countOf = (answer: unknown): number | undefined => {
  if (!isRecord(answer)) return undefined;
  if (typeof answer["count"] === "number") return answer["count"];
  const { action, states } = answer;
  return isRecord(action) && action["kind"] === "alias" && Array.isArray(states) ? states.length : undefined;
};
