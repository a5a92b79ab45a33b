import type { Direction } from "../../../schema/query-choices.ts";
import type { Derivation } from "../../../schema/edge.ts";

export type OneWay = Exclude<Direction, "both">;

/** Levels from the nearest target; positive upstream, negative downstream. */
export type Levels = ReadonlyMap<string, number>;

export const directionsOf = (direction: Direction): readonly OneWay[] =>
  direction === "both" ? ["upstream", "downstream"] : [direction];

export const signOf = (direction: OneWay): number => (direction === "upstream" ? 1 : -1);

interface Start {
  readonly targets: readonly string[];
  readonly direction: OneWay;
  readonly depth: number;
}

/** Breadth first along edges at hand, all targets at once. */
export const levelsAlong = (
  edges: readonly Pick<Derivation, "from" | "to">[],
  { targets, direction, depth }: Start,
): Levels => {
  const next = neighboursAlong(edges, direction);
  const levels = new Map<string, number>(targets.map((id) => [id, 0]));
  let level: readonly string[] = targets;
  for (let step = 1; step <= depth && level.length > 0; step += 1) {
    const found = new Set(level.flatMap((id) => next.get(id) ?? []));
    level = [...found].filter((id) => !levels.has(id)).sort();
    for (const id of level) levels.set(id, signOf(direction) * step);
  }
  return levels;
};

/** Each dataset at its nearest, upstream before downstream; in the order of the distance. */
export const mergeLevels = (maps: readonly Levels[]): Levels => {
  const merged = new Map<string, number>();
  for (const levels of maps)
    for (const [id, level] of levels) {
      const known = merged.get(id);
      if (known === undefined || Math.abs(level) < Math.abs(known)) merged.set(id, level);
    }
  // The sort is stable: within a level the order of the walks stays.
  return new Map([...merged].sort(([, one], [, other]) => Math.abs(one) - Math.abs(other) || other - one));
};

const neighboursAlong = (
  edges: readonly Pick<Derivation, "from" | "to">[],
  direction: OneWay,
): ReadonlyMap<string, readonly string[]> => {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const [near, far] = direction === "upstream" ? [from, to] : [to, from];
    const known = next.get(near);
    if (known === undefined) next.set(near, [far]);
    else known.push(far);
  }
  return next;
};
