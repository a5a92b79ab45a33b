import type { EdgeId } from "../../../schema/ids.ts";
import { AppError } from "../../../schema/errors.ts";
import { type ReviewEntry, type ReviewEvent, ReviewId } from "../../../schema/review.ts";
import type { Reviewer, Reviews } from "../../reviews.ts";
import { changeWords } from "../output/review-lines.ts";

export interface Undone {
  readonly event: ReviewEvent;
  /** The edge that it was about, when it was one. */
  readonly edge: EdgeId | undefined;
  /** What it had been. */
  readonly said: string;
}

const PAGE = 500;

/** Undoes the last thing that somebody did and that still counts. */
export const undoLast = async (
  reviews: Pick<Reviews, "undo" | "log">,
  by: Reviewer,
): Promise<Undone | "nothing"> => {
  const last = await lastOf(reviews, by);
  if (last === undefined) return "nothing";
  const event = await reviews.undo(last.batch ?? last.id, {}, by);
  const { action } = last;
  const edge = "edge" in action ? action.edge : undefined;
  return { event, edge, said: action.kind === "decided" ? changeWords(action.change) : action.kind };
};

/** Skips, proposals and second looks change nothing that could be undone. */
const lastOf = async (
  reviews: Pick<Reviews, "log">,
  { name }: Reviewer,
): Promise<ReviewEntry | undefined> => {
  const live = new Map<string, ReviewEntry>();
  for (let after: number | undefined = 0; after !== undefined;) {
    const { items, next } = await reviews.log({ by: name, after, limit: PAGE });
    for (const entry of items) {
      const { action } = entry;
      if (action.kind === "undone") live.delete(action.undoes);
      else if (!entry.undone && entry.states.length > 0) live.set(entry.id, entry);
    }
    after = next;
  }
  return [...live.values()].at(-1);
};

/**
 * Undoes an event or a batch.
 *
 * @throws AppError INPUT_INVALID when the text is no id of one
 */
export const undoById = async (
  reviews: Pick<Reviews, "undo">,
  text: string,
  by: Reviewer,
): Promise<Undone> => {
  const id = ReviewId.safeParse(text);
  if (!id.success) {
    throw new AppError(`${text} is no id of an event or a batch`, { code: "INPUT_INVALID" });
  }
  return { event: await reviews.undo(id.data, {}, by), edge: undefined, said: id.data };
};
