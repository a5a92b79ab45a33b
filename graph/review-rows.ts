import { z } from "zod";
import { AppError } from "../schema/errors.ts";
import { EdgeState, NameState, REVIEW_KINDS, ReviewEvent, ReviewId } from "../schema/review.ts";
import type { Value } from "./database.ts";
import type { Properties } from "./rows.ts";

/**
 * What an event did to one edge or one name, as the log stores it: a node of its own, found by its event and by its subject. `was` and
 * `stands` are the sequences of the events whose word counted before and after it; 0: nobody's.
 */
export const StoredState = z.object({
  id: z.string(),
  event: ReviewId,
  sequence: z.int().min(1),
  place: z.int().min(0),
  subject: z.string(),
  /** False of a skip, a proposal and a blind review. */
  changed: z.boolean(),
  was: z.int().min(0),
  stands: z.int().min(0),
  edge: EdgeState.optional(),
  name: NameState.optional(),
});
export type StoredState = z.infer<typeof StoredState>;

/** An event without what it did to edges and names, which lies in nodes of its own. */
export const StoredReview = ReviewEvent.omit({ states: true, names: true });
export type StoredReview = z.infer<typeof StoredReview>;

/** How a name is told from an edge among the subjects of the log. */
export const subjectOfName = (key: string): string => `name ${key}`;

export const fromStoredReview = (review: StoredReview): Properties => {
  const { id, sequence, by, batch, action, ...rest } = StoredReview.parse(review);
  return {
    id,
    sequence,
    by,
    kind: action.kind,
    ...(batch === undefined ? {} : { batch }),
    body: JSON.stringify({ action, ...rest }),
  };
};

export const toStoredReview = (properties: Value | undefined): StoredReview => {
  const { id, sequence, by, batch, body } = Row.review.parse(properties);
  const stored = { id, sequence, by, ...(typeof batch === "string" ? { batch } : {}), ...JSON.parse(body) };
  return readable(StoredReview, stored);
};

export const fromStoredState = (state: StoredState): Properties => {
  const { edge, name, ...rest } = state;
  const body = edge ?? name;
  return { ...rest, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
};

export const toStoredState = (properties: Value | undefined): StoredState => {
  const { body, ...rest } = Row.state.parse(properties);
  const known: unknown = typeof body === "string" ? JSON.parse(body) : undefined;
  const kind = typeof known === "object" && known !== null && "key" in known ? "name" : "edge";
  return readable(StoredState, { ...rest, ...(known === undefined ? {} : { [kind]: known }) });
};

const Row = {
  review: z.object({
    id: z.string(),
    sequence: z.number(),
    by: z.string(),
    kind: z.enum(REVIEW_KINDS),
    batch: z.string().nullish(),
    body: z.string(),
  }),
  state: z.looseObject({ body: z.string().nullish() }),
};

const readable = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError(`the graph holds no readable review: ${JSON.stringify(value).slice(0, 300)}`, {
    code: "INTERNAL",
    cause: parsed.error,
  });
};
