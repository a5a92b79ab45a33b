import type { ReviewEntry, ReviewEvent, ReviewLog, ReviewLogQuery } from "../../../schema/review.ts";
import type { Transaction } from "../../database.ts";
import { HIGHEST_SEQUENCE, reviewsAfter } from "../../queries/reviews.ts";
import { subjectOfName } from "../../review-rows.ts";
import { toNumber } from "../../rows.ts";
import { isInForce } from "./plan-undoing.ts";
import { type Link, readLinks, toEvents } from "./review-log.ts";

type Reader = Pick<Transaction, "run">;

/** A page of the log, the earliest first, with whether each event counts at present. */
export const readLog = async (reader: Reader, query: ReviewLogQuery): Promise<ReviewLog> => {
  const { edge, by, batch, kind, after, limit } = query;
  const conditions = {
    edge: edge !== undefined,
    by: by !== undefined,
    batch: batch !== undefined,
    kind: kind !== undefined,
  };
  const parameters = Object.entries({ edge, by, batch, kind }).filter(([, value]) => value !== undefined);
  const rows = await reader.run(reviewsAfter(conditions), {
    ...Object.fromEntries(parameters),
    after,
    limit: limit + 1,
  });
  const events = await toEvents(reader, rows.slice(0, limit));
  const items = await markUndone(reader, events);
  const next = rows.length > limit ? items.at(-1)?.sequence : undefined;
  return { items, last: await lastSequence(reader), ...(next === undefined ? {} : { next }) };
};

const lastSequence = async (reader: Reader): Promise<number> => {
  const [row] = await reader.run(HIGHEST_SEQUENCE);
  return toNumber(row?.["sequence"]);
};

/** Whether what each event did still counts. */
export const markUndone = async (reader: Reader, events: readonly ReviewEvent[]): Promise<ReviewEntry[]> => {
  const links = await readLinks(reader, [...new Set(events.flatMap(subjectsOf))]);
  return events.map((event) => ({ ...event, undone: isUndone(event, links) }));
};

const subjectsOf = ({ states, names = [] }: ReviewEvent): readonly string[] => [
  ...states.map(({ edge }) => edge),
  ...names.map(({ key }) => subjectOfName(key)),
];

const isUndone = (event: ReviewEvent, links: ReadonlyMap<string, readonly Link[]>): boolean => {
  const [subject] = subjectsOf(event);
  const history = subject === undefined ? [] : (links.get(subject) ?? []);
  const own = history.find(({ sequence }) => sequence === event.sequence);
  if (own === undefined) return false;
  if (event.action.kind !== "undone") return !isInForce(own, history);
  const { restores } = event.action;
  return isInForce({ sequence: restores ? own.stands : own.was }, history) !== restores;
};
