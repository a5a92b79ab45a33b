import type { EdgeEvent, EdgeHistory, REVIEWED } from "../schema/edge-history.ts";
import { assertNever } from "../schema/errors.ts";
import type { EdgeState, ReviewEntry } from "../schema/review.ts";
import { toDecided } from "./edge-history.ts";

/**
 * What traces and publications did to an edge, with everything that the log has people doing to it, in the order of their time. Skips
 * and blind reviews changed nothing and said nothing to others: they are in the log alone.
 */
export const joinEdgeHistory = (history: EdgeHistory, reviews: readonly ReviewEntry[]): EdgeHistory => {
  const told = reviews.flatMap((review) => toEvent(history.edge, review));
  const has = (kind: EdgeEvent["kind"]): boolean => told.some((event) => event.kind === kind);
  const others = history.items.filter(({ kind }) => kind !== "decided" || !has("decided"));
  const dated = [...others, ...told].sort((one, other) => compare(dateOf(one), dateOf(other)));
  return { ...history, items: dated, revision: lastChange(history.edge, reviews) };
};

const dateOf = (event: EdgeEvent): string => ("at" in event ? event.at : "");

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const lastChange = (edge: string, reviews: readonly ReviewEntry[]): number =>
  reviews.findLast(({ states }) => states.some((state) => state.edge === edge))?.sequence ?? 0;

const toEvent = (edge: string, review: ReviewEntry): readonly EdgeEvent[] => {
  const { id, sequence, undone, action, note, by, at } = review;
  const state = review.states.find((one) => one.edge === edge);
  const logged = { review: id, sequence, undone };
  const said = { by, at, ...(note === undefined ? {} : { note }), ...logged };
  switch (action.kind) {
    case "skipped":
      return [];
    case "proposed":
      return [{ kind: "proposed", ...said, verdict: action.change.verdict }];
    case "decided":
    case "added": {
      const decision = state?.after?.decision;
      if (state?.after === undefined || state.after === null || decision === undefined) return [];
      return [{ kind: "decided", ...decision, ...logged, ...beforeOf(state), after: toDecided(state.after) }];
    }
    case "undone":
      return toReviewed(action.restores ? "restored" : "undone", said, state);
    case "alias":
    case "renamed":
      return toReviewed(action.kind, said, state);
    default:
      return assertNever(action);
  }
};

type Reviewed = Extract<EdgeEvent, { kind: "reviewed" }>;

const toReviewed = (
  did: (typeof REVIEWED)[number],
  said: Pick<Reviewed, "by" | "at" | "note" | "review" | "sequence" | "undone">,
  state: EdgeState | undefined,
): readonly EdgeEvent[] => {
  if (state === undefined) return [];
  const after = state.after === null ? {} : { after: toDecided(state.after) };
  return [{ kind: "reviewed", did, ...said, ...beforeOf(state), ...after }];
};

const beforeOf = ({ before }: EdgeState): Pick<Reviewed, "before"> =>
  before === null || before === undefined ? {} : { before: toDecided(before) };
