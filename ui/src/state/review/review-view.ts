import { isDatasetId, isTraceId } from "../../../../schema/id-text.ts";
import type { QueueFilter } from "../../../../schema/queue-filter.ts";
import { QUEUE_LISTS, QUEUE_TEXTS, type QueueListName } from "./queue-words.ts";

export const REVIEW_TABS = ["queue", "figures"] as const;

/** What the review page shows; the edge that is open is the view's selection. */
export interface ReviewView {
  readonly tab: (typeof REVIEW_TABS)[number];
  readonly filter: QueueFilter;
}

export const DEFAULT_REVIEW: ReviewView = { tab: "queue", filter: {} };

const LONGEST_TEXT = 200;

/** The names in an address begin alike, so that no other page's fields are taken for them. */
const named = (field: string): string => `queue-${field}`;

export const parseReview = (query: URLSearchParams): ReviewView => ({
  tab: REVIEW_TABS.find((tab) => tab === query.get(named("tab"))) ?? DEFAULT_REVIEW.tab,
  filter: parseFilter(query),
});

const parseFilter = (query: URLSearchParams): QueueFilter => {
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(QUEUE_LISTS) as QueueListName[]) {
    const asked = (query.get(named(name)) ?? "").split(",");
    const words = QUEUE_LISTS[name].filter((word) => asked.includes(word));
    if (words.length > 0) found[name] = words;
  }
  for (const name of QUEUE_TEXTS) {
    const text = (query.get(named(name)) ?? "").trim().slice(0, LONGEST_TEXT).trim();
    if (text !== "" && MAY_BE[name]?.(text) !== false) found[name] = text;
  }
  for (const name of ["least", "most"] as const) {
    const value = Number(query.get(named(name)) ?? Number.NaN);
    if (value >= 0 && value <= 1) found[name] = value + 0;
  }
  return found as QueueFilter;
};

const MAY_BE: Partial<Record<(typeof QUEUE_TEXTS)[number], (text: string) => boolean>> = {
  from: isDatasetId,
  benchmark: isDatasetId,
  trace: isTraceId,
};

/** As names and values of a query, defaults left out. */
export const formatReview = ({
  tab,
  filter,
}: ReviewView): readonly (readonly [string, string | undefined])[] => [
  [named("tab"), tab === DEFAULT_REVIEW.tab ? undefined : tab],
  ...(Object.keys(QUEUE_LISTS) as QueueListName[]).map(
    (name) => [named(name), filter[name]?.join(",") || undefined] as const,
  ),
  ...QUEUE_TEXTS.map((name) => [named(name), filter[name] || undefined] as const),
  ...(["least", "most"] as const).map((name) => [named(name), filter[name]?.toString()] as const),
];

/** The same for the service's own address of the queue. */
export const toQueueQuery = (filter: QueueFilter): string =>
  Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join("&");

export const isFiltered = (filter: QueueFilter): boolean => toQueueQuery(filter) !== "";
