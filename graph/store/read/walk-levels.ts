import type { Database } from "../../database.ts";
import { nextLevel } from "../../queries/lineage.ts";
import { toText } from "../../rows.ts";
import { type Levels, type OneWay, signOf } from "./levels.ts";

interface Start {
  readonly targets: readonly string[];
  readonly direction: OneWay;
  readonly depth: number;
  /** Relationship types to follow. */
  readonly types: readonly string[];
}

/** More are not looked at: what is left out is then not counted. */
export const MAX_WALKED = 20_000;

/** Breadth first by one query a level: for a part so large that it is cut, or of so few levels that most is left out. */
export const walkLevels = async (
  database: Database,
  { targets, direction, depth, types }: Start,
): Promise<{ readonly levels: Levels; readonly isCounted: boolean }> => {
  const query = nextLevel(direction, types);
  const levels = new Map<string, number>(targets.map((id) => [id, 0]));
  let level: readonly string[] = targets;
  for (let step = 1; step <= depth && level.length > 0; step += 1) {
    const found = (await database.read(query, { ids: level })).map((row) => toText(row["id"]));
    const room = MAX_WALKED - levels.size;
    const fresh = found.filter((id) => !levels.has(id)).sort();
    level = fresh.slice(0, room);
    for (const id of level) levels.set(id, signOf(direction) * step);
    if (fresh.length > room) return { levels, isCounted: false };
  }
  return { levels, isCounted: true };
};
