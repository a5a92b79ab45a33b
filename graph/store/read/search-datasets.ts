import type { DatasetOrder, DatasetPage, DatasetQuery, FoundDataset } from "../../../schema/api.ts";
import type { Database, Row } from "../../database.ts";
import { ALIASES_CONTAINING, ALIASES_EQUAL } from "../../queries/lineage.ts";
import { searchDatasetsBy } from "../../queries/search.ts";
import { toNumber, toText } from "../../rows.ts";
import { toAliasKey } from "../commit/commit-aliases.ts";
import { summarise } from "./neighbourhoods.ts";
import { fromCursor, type Position, toCursor } from "./search-cursor.ts";

export interface SearchRequest extends Partial<Pick<DatasetQuery, "kind" | "state" | "domain" | "owner">> {
  /** Words of an id, a name, an owner or another spelling; empty finds every dataset. */
  readonly text: string;
  /** 1 to 200. */
  readonly limit: number;
  /** Default: best. */
  readonly order?: DatasetOrder | undefined;
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** More datasets than these are not found by an alias alone: the text is too short to mean one. */
const MAX_ALIASED = 500;

/** Datasets by name and facts, a page at a time in an order that holds while others are written. */
export const searchDatasets = async (database: Database, request: SearchRequest): Promise<DatasetPage> => {
  const { limit, cursor, order = "best" } = request;
  const text = toAliasKey(request.text);
  const filters = {
    kind: request.kind ?? null,
    state: request.state ?? null,
    domain: request.domain ?? null,
    owner: request.owner?.toLowerCase() ?? null,
  };
  const search = [text, order, filters];
  const after = cursor === undefined ? { fit: null, value: null, id: null } : fromCursor(search, cursor);
  const { aliases, ...textParameters } = await readText(database, text);
  const rows = await database.read(searchDatasetsBy(order), {
    ...textParameters,
    ...filters,
    fit: after.fit,
    value: after.value,
    id: after.id,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const ids = shown.map(({ id }) => toText(id));
  const items = (await summarise(database, ids)).map((dataset): FoundDataset => {
    const alias = aliases.get(dataset.id);
    const names = `${dataset.id} ${dataset.name}`.toLowerCase();
    const isNamed = textParameters.tokens.every((token) => names.includes(token));
    return alias === undefined || isNamed ? dataset : { ...dataset, alias };
  });
  const last = shown.at(-1);
  return rows.length > limit && last !== undefined
    ? { items, nextCursor: toCursor(search, toPosition(last)) }
    : { items };
};

const readText = async (database: Database, text: string) => {
  const tokens = text.split(/[\s/_-]+/).filter((token) => token !== "");
  const [aliased, exact] = await Promise.all([
    tokens.length === 0 ? [] : database.read(ALIASES_CONTAINING, { tokens, limit: MAX_ALIASED }),
    text === "" ? [] : database.read(ALIASES_EQUAL, { key: text }),
  ]);
  return {
    text,
    tokens,
    longest: tokens.toSorted((one, other) => other.length - one.length)[0] ?? "",
    aliased: aliased.map(({ id }) => toText(id)),
    /** Of each dataset, the first of its spellings that has the text. */
    aliases: new Map(aliased.map(({ id, alias }) => [toText(id), toText(alias)])),
    exact: exact.map(({ id }) => toText(id)),
  };
};

const toPosition = ({ id, fit, value }: Row): Position => ({
  id: toText(id),
  fit: toNumber(fit),
  value: typeof value === "number" ? value : toText(value),
});
