import { type HubInfo, readHubInfo, toApiDataset } from "./hub-dataset.ts";
import type { HubEntry, HubIndex } from "./hub-index.ts";
import type { MirrorFiles } from "./mirror-files.ts";

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

type Sortable = "downloads" | "likes" | "createdAt";

/** The Hub's listing: ids that contain every word of `search`, of one `author` if asked, most downloaded first. */
export const createHubSearch = (files: MirrorFiles, index: HubIndex) => {
  const infos = new Map<string, Promise<HubInfo>>();
  const infoOf = (entry: HubEntry): Promise<HubInfo> => {
    const known = infos.get(entry.id) ?? readHubInfo(files, entry);
    infos.set(entry.id, known);
    return known;
  };
  return async (query: URLSearchParams): Promise<readonly Record<string, unknown>[]> => {
    const matches = index.entries.filter(toFilter(query));
    const found = await Promise.all(
      matches.map(async (entry) => ({ id: entry.id, info: await infoOf(entry) })),
    );
    const order = toOrder(query);
    return found
      .sort((a, b) => order(a.info, b.info))
      .slice(0, toLimit(query))
      .map(({ id, info }) => toApiDataset(id, info));
  };
};

const toFilter = (query: URLSearchParams): ((entry: HubEntry) => boolean) => {
  const words = (query.get("search") ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const owner = query.get("author")?.toLowerCase();
  return ({ id }) => {
    const key = id.toLowerCase();
    return words.every((word) => key.includes(word)) && (owner === undefined || key.startsWith(`${owner}/`));
  };
};

/** Unknown counts and dates sort last; ties keep the order of ids. */
const toOrder = (query: URLSearchParams): ((a: HubInfo, b: HubInfo) => number) => {
  const field = toSortable(query.get("sort"));
  const direction = query.get("direction") === "1" ? -1 : 1;
  const rank = ({ [field]: value }: HubInfo): number =>
    typeof value === "number" ? value : typeof value === "string" ? Date.parse(value) : -1;
  return (a, b) => direction * (rank(b) - rank(a));
};

const toSortable = (sort: string | null): Sortable =>
  sort === "likes" || sort === "createdAt" ? sort : "downloads";

const toLimit = (query: URLSearchParams): number => {
  const limit = Number(query.get("limit") ?? DEFAULT_LIMIT);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, MAX_LIMIT) : DEFAULT_LIMIT;
};
