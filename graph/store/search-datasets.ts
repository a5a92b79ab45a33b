import type { DatasetPage } from "../../schema/api.ts";
import { AppError } from "../../schema/errors.ts";
import type { Database } from "../database.ts";
import { ALIASES_CONTAINING, ALIASES_EQUAL, SEARCH_DATASETS } from "../queries/lineage.ts";
import { toText } from "../rows.ts";
import { toAliasKey } from "./commit-aliases.ts";
import { summarise } from "./neighbourhoods.ts";

export interface SearchRequest {
  /** Words of an id, a name, an owner or another spelling; empty finds every dataset. */
  readonly text: string;
  /** 1 to 200. */
  readonly limit: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** More datasets than these are not found by an alias alone: the text is too short to mean one. */
const MAX_ALIASED = 500;

/** Datasets by name, best match first: the same, a beginning, a part, then all words somewhere; traced and popular ones before others. */
export const searchDatasets = async (database: Database, request: SearchRequest): Promise<DatasetPage> => {
  const text = toAliasKey(request.text);
  const tokens = text.split(/[\s/_-]+/).filter((token) => token !== "");
  const skip = parseCursor(request.cursor);
  const [aliased, exact] = await Promise.all([
    tokens.length === 0 ? [] : database.read(ALIASES_CONTAINING, { tokens, limit: MAX_ALIASED }),
    database.read(ALIASES_EQUAL, { key: text }),
  ]);
  const rows = await database.read(SEARCH_DATASETS, {
    text,
    tokens,
    longest: [...tokens].sort((one, other) => other.length - one.length)[0] ?? "",
    aliased: aliased.map((row) => toText(row["id"])),
    exact: exact.map((row) => toText(row["id"])),
    skip,
    limit: request.limit + 1,
  });
  const ids = rows.slice(0, request.limit).map((row) => toText(row["id"]));
  const items = [...(await summarise(database, ids))];
  return rows.length > request.limit ? { items, nextCursor: String(skip + request.limit) } : { items };
};

const parseCursor = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw new AppError(`not a cursor: ${cursor}`, { code: "INPUT_INVALID" });
  return Number(cursor);
};
