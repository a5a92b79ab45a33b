import type { EdgeChange } from "../../../schema/decision.ts";
import { AppError } from "../../../schema/errors.ts";
import type { EdgeId } from "../../../schema/ids.ts";
import type { QueueFilter } from "../../../schema/queue-filter.ts";
import type { ReviewEvent } from "../../../schema/review.ts";
import type { QueueDetail } from "../../../schema/review-queue.ts";
import type { ReviewQueue } from "../../queue/review-queue.ts";
import type { Reviewer, Reviews } from "../../reviews.ts";
import type { LineageReader } from "../../ports.ts";
import { changeWords, reviewItemLines } from "../output/review-lines.ts";
import type { Terminal } from "../output/terminal.ts";
import { toCounted } from "../output/text.ts";
import { askChange, askReason } from "./ask-change.ts";
import { contextLines } from "./context-lines.ts";
import { type KeySource, LOOP_KEYS } from "./keys.ts";
import { undoLast } from "./undo-last.ts";

export interface ReviewLoop {
  readonly queue: Pick<ReviewQueue, "take" | "release">;
  readonly reviews: Pick<Reviews, "review" | "undo" | "log">;
  readonly documents: Pick<LineageReader, "document">;
  readonly keys: KeySource;
  readonly terminal: Pick<Terminal, "print" | "paint">;
  readonly by: Reviewer;
  readonly filter: QueueFilter;
  /** Tells this terminal from others of the same person. */
  readonly client: string;
  /** Milliseconds of a clock that only goes forwards. */
  readonly clockMs: () => number;
}

/** How many decisions, skips and undoings there were. */
export interface ReviewTally {
  readonly decided: number;
  readonly skipped: number;
  readonly undone: number;
}

/** A terminal does not ask again for what it holds, as a page does, so it holds longer. */
const HOLD_SECONDS = 900;

/** What comes after a key: the same item, the next one, a named one, or the end. */
type Next = "stay" | "next" | "end" | { readonly edge: EdgeId };

/**
 * One edge at a time, one key a decision, until nothing is left or `q`. What was decided is written before the next edge is shown.
 */
export const runReviewLoop = async (loop: ReviewLoop): Promise<ReviewTally> => {
  const session: Session = { decided: 0, skipped: 0, undone: 0, note: undefined, acts: [] };
  const held: { edge: EdgeId | undefined } = { edge: undefined };
  try {
    let wanted: EdgeId | undefined;
    for (;;) {
      const shown = await takeNext(loop, wanted, held.edge);
      if (shown === undefined) break;
      held.edge = shown.taken.item.edge.id;
      const next = await lookAt(loop, session, shown);
      if (next === "end") break;
      wanted = typeof next === "string" ? undefined : next.edge;
    }
  } finally {
    // Also after a failure: nobody should wait for an edge that nobody looks at.
    if (held.edge !== undefined) await loop.queue.release({ edge: held.edge, client: loop.client }, loop.by);
  }
  const { decided, skipped, undone } = session;
  return { decided, skipped, undone };
};

interface Session {
  decided: number;
  skipped: number;
  undone: number;
  /** Goes with the next decision. */
  note: string | undefined;
  /** What was done, the last at the end; skips and second looks change nothing that the log could undo. */
  readonly acts: { readonly kind: "decided" | "blind" | "skipped"; readonly edge: EdgeId }[];
}

/** Shows an edge and does what keys say until one leads away from it. */
const lookAt = async (
  loop: ReviewLoop,
  session: Session,
  { taken, total }: { readonly taken: QueueDetail; readonly total: number },
): Promise<Exclude<Next, "stay">> => {
  const { print, paint } = loop.terminal;
  print("");
  for (const line of reviewItemLines(taken, paint)) print(line);
  print(paint("dim", `${toCounted(total, "edge")} left; ? shows the keys`));
  const shownAtMs = loop.clockMs();
  for (;;) {
    const next = await act(loop, { session, detail: taken, shownAtMs });
    if (next !== "stay") return next;
  }
};

const takeNext = async (
  loop: ReviewLoop,
  edge: EdgeId | undefined,
  release: EdgeId | undefined,
): Promise<{ readonly taken: QueueDetail; readonly total: number } | undefined> => {
  const { queue, terminal, by, filter, client } = loop;
  const request = {
    client,
    seconds: HOLD_SECONDS,
    ...(release === undefined ? {} : { release }),
    filter,
    ...(edge === undefined ? {} : { edge }),
  };
  const answer = await tellingConflicts(loop, () => queue.take(request, by));
  // Somebody else has the edge by now.
  if (answer === undefined) return takeNext(loop, undefined, undefined);
  const { taken, total } = answer;
  if (taken !== undefined) return { taken, total };
  terminal.print(
    total === 0 ? "nothing is left to look at" : `${toCounted(total, "edge")} left, all of them with others`,
  );
  return undefined;
};

interface Acting {
  readonly session: Session;
  readonly detail: QueueDetail;
  readonly shownAtMs: number;
}

const act = async (loop: ReviewLoop, acting: Acting): Promise<Next> => {
  const { keys, terminal } = loop;
  const { session, detail } = acting;
  const key = await keys.key();
  switch (key) {
    case undefined:
    case "q":
    case "ctrl-c":
    case "ctrl-d":
      return "end";
    case "a":
      return decide(loop, acting, { verdict: "accepted" });
    case "r": {
      const reason = await askReason(keys, terminal);
      return reason === undefined ? "stay" : decide(loop, acting, { verdict: "rejected", reason });
    }
    case "e": {
      const change = await askChange(keys, terminal, detail);
      return change === undefined ? "stay" : decide(loop, acting, change);
    }
    case "s":
      return skip(loop, acting);
    case "u":
      return undo(loop, acting);
    case "o":
      for (const line of await contextLines(loop.documents, detail, terminal.paint)) terminal.print(line);
      return "stay";
    case "n":
      session.note = (await keys.line("note: ")) || undefined;
      return "stay";
    default:
      for (const [name, does] of LOOP_KEYS) terminal.print(`  ${name}  ${does}`);
      return "stay";
  }
};

const decide = async (loop: ReviewLoop, acting: Acting, change: EdgeChange): Promise<Next> => {
  const { session, detail } = acting;
  const { edge, revision, blind } = detail.item;
  const { note } = session;
  const request = {
    kind: "decided",
    edge: edge.id,
    change: note === undefined ? change : { ...change, note },
    revision,
    seconds: secondsSince(loop, acting),
    ...(blind ? { blind } : {}),
  } as const;
  const event = await tellingConflicts(loop, () => loop.reviews.review(request, loop.by));
  // Somebody was quicker, or the graph does not let it: the next look shows the edge as it is now.
  if (event === undefined) return { edge: edge.id };
  session.decided += 1;
  session.acts.push({ kind: blind ? "blind" : "decided", edge: edge.id });
  session.note = undefined;
  loop.terminal.print(loop.terminal.paint("green", changeWords(change)) + changedFlags(event));
  return "next";
};

const skip = async (loop: ReviewLoop, acting: Acting): Promise<Next> => {
  const { edge } = acting.detail.item;
  const seconds = secondsSince(loop, acting);
  await loop.reviews.review({ kind: "skipped", edge: edge.id, seconds }, loop.by);
  acting.session.skipped += 1;
  acting.session.acts.push({ kind: "skipped", edge: edge.id });
  loop.terminal.print("skipped");
  return "next";
};

const undo = async (loop: ReviewLoop, { session }: Acting): Promise<Next> => {
  const last = session.acts.at(-1);
  if (last?.kind === "blind") {
    loop.terminal.print("a second look changed nothing, and stays as it is");
    return "stay";
  }
  if (last?.kind === "skipped") {
    session.acts.pop();
    session.undone += 1;
    return { edge: last.edge };
  }
  const undone = await tellingConflicts(loop, () => undoLast(loop.reviews, loop.by));
  if (undone === undefined) return "stay";
  if (undone === "nothing") {
    loop.terminal.print("there is nothing of yours to undo");
    return "stay";
  }
  session.acts.pop();
  session.undone += 1;
  loop.terminal.print(`undone: ${undone.said}${changedFlags(undone.event)}`);
  return undone.edge === undefined ? "next" : { edge: undone.edge };
};

const secondsSince = ({ clockMs }: ReviewLoop, { shownAtMs }: Acting): number =>
  Math.round((clockMs() - shownAtMs) / 100) / 10;

const tellingConflicts = async <Result>(
  { terminal }: ReviewLoop,
  work: () => Promise<Result>,
): Promise<Result | undefined> => {
  try {
    return await work();
  } catch (error) {
    const isTold = error instanceof AppError && ["CONFLICT", "INPUT_INVALID"].includes(error.code);
    if (!isTold) throw error;
    terminal.print(terminal.paint("red", error.message));
    return undefined;
  }
};

const changedFlags = ({ contamination: { added, changed, removed } }: ReviewEvent): string =>
  added + changed + removed === 0 ? "" : `; flags: ${added} came, ${changed} changed, ${removed} went`;
