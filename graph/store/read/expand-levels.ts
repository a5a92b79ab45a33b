import type { DatasetId } from "../../../schema/ids.ts";
import type { Database } from "../../database.ts";
import { neighboursOf } from "../../queries/lineage.ts";
import { toText } from "../../rows.ts";
import { type Levels, type OneWay, signOf } from "./levels.ts";

export interface Expansions {
  /** Datasets that are shown with their sources. */
  readonly up?: readonly DatasetId[];
  /** Datasets that are shown with their uses. */
  readonly down?: readonly DatasetId[];
}

interface Opened {
  readonly id: string;
  readonly direction: OneWay;
  readonly neighbours: readonly string[];
}

/** Adds one level at each expanded dataset that is there, also at those that another expansion brings. */
export const expandLevels = async (
  database: Database,
  levels: Levels,
  { up = [], down = [], types }: Expansions & { readonly types: readonly string[] },
): Promise<Levels> => {
  const opened = await Promise.all([
    readOpened(database, { ids: up, direction: "upstream", types }),
    readOpened(database, { ids: down, direction: "downstream", types }),
  ]);
  return withOpened(levels, opened.flat());
};

const withOpened = (levels: Levels, opened: readonly Opened[]): Levels => {
  const expanded = new Map(levels);
  let waiting = opened;
  for (;;) {
    const ready = waiting.filter(({ id }) => expanded.has(id));
    if (ready.length === 0) return expanded;
    waiting = waiting.filter(({ id }) => !expanded.has(id));
    for (const { id, direction, neighbours } of ready) {
      const level = (expanded.get(id) ?? 0) + signOf(direction);
      for (const neighbour of neighbours) if (!expanded.has(neighbour)) expanded.set(neighbour, level);
    }
  }
};

interface Opening {
  readonly ids: readonly DatasetId[];
  readonly direction: OneWay;
  readonly types: readonly string[];
}

const readOpened = async (
  database: Database,
  { ids, direction, types }: Opening,
): Promise<readonly Opened[]> => {
  if (ids.length === 0) return [];
  const rows = await database.read(neighboursOf(direction, types), { ids: [...new Set(ids)] });
  const neighbours = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const row of rows) neighbours.get(toText(row["id"]))?.push(toText(row["neighbour"]));
  return [...neighbours].map(([id, found]) => ({ id, direction, neighbours: found.sort() }));
};
