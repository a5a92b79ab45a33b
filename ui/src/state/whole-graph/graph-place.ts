import { GROUP_DOMAINS, type GroupDomain, MAX_OWNER_LENGTH } from "../../../../schema/graph-group.ts";

export const DRAWN_AS = ["groups", "datasets"] as const;
export type DrawnAs = (typeof DRAWN_AS)[number];

/** Where in the whole graph the reader is: everything, a domain, an owner in it. */
export interface GraphPlace {
  readonly within?: GroupDomain;
  readonly owner?: string;
  /** Owners passed over: the reader opened the group of all others. */
  readonly skip: number;
  /** What the reader asked for; absent leaves it to how much there is. */
  readonly drawnAs?: DrawnAs;
}

export const WHOLE_GRAPH: GraphPlace = { skip: 0 };

const MAX_SKIP = 1_000_000;

export const parsePlace = (query: URLSearchParams): GraphPlace => {
  const within = GROUP_DOMAINS.find((domain) => domain === query.get("within"));
  const owner = ownerFrom(query.get("owner"));
  const drawnAs = DRAWN_AS.find((one) => one === query.get("as"));
  const skip = Number(query.get("skip") ?? "0");
  return {
    skip: Number.isInteger(skip) && skip >= 0 && skip <= MAX_SKIP ? skip : 0,
    ...(within !== undefined && { within }),
    ...(owner !== undefined && { owner }),
    ...(drawnAs !== undefined && { drawnAs }),
  };
};

const ownerFrom = (text: string | null): string | undefined =>
  text !== null && text !== "" && text.length <= MAX_OWNER_LENGTH ? text : undefined;

/** The place as names and values of a query. */
export const formatPlace = (place: GraphPlace): readonly (readonly [string, string | undefined])[] => [
  ["within", place.within],
  ["owner", place.owner],
  ["skip", place.skip === 0 ? undefined : String(place.skip)],
  ["as", place.drawnAs],
];
