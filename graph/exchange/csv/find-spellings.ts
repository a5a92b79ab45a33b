import type { Database } from "../../database.ts";
import { FIND_ALIASES } from "../../queries/commit.ts";
import { HUB_IDS, STORED_DATASETS } from "../../queries/publish.ts";
import { toAlias, toText } from "../../rows.ts";
import { toAliasKey } from "../../store/commit/commit-aliases.ts";
import { inPages } from "../in-pages.ts";

/** Of the ids that the graph does not have, those that it knows as another spelling, each with the id that it has. */
export const findSpellings = async (
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const stored = await inPages(ids, (page) => database.read(STORED_DATASETS, { ids: page }));
  const there = new Set(stored.map((row) => toText(row["id"])));
  const unknown = ids.filter((id) => !there.has(id));
  const rows = await inPages(unknown.map(toAliasKey), (keys) => database.read(FIND_ALIASES, { keys }));
  const known = new Map<string, string>(rows.map(toAlias).map(({ key, datasetId }) => [key, datasetId]));
  // The Hub takes ids in any case, and has each in one.
  for (const row of unknown.length === 0 ? [] : await database.read(HUB_IDS)) {
    known.set(toAliasKey(toText(row["id"])), toText(row["id"]));
  }
  return new Map(
    unknown.flatMap((id) => {
      const found = known.get(toAliasKey(id));
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
};
