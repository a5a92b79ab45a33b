import type { LineageView } from "../../../../schema/api.ts";
import type { Expansion, ViewState } from "../view-state.ts";

type OneWay = Expansion["direction"];
type Wanted = Pick<ViewState, "direction" | "depth" | "expansions">;

const isSame = (one: Expansion, other: Expansion): boolean =>
  one.id === other.id && one.direction === other.direction;

export const isExpanded = ({ expansions }: Pick<ViewState, "expansions">, one: Expansion): boolean =>
  expansions.some((other) => isSame(one, other));

/** With one more; the same list when it is there already. */
export const withExpansion = (expansions: readonly Expansion[], one: Expansion): readonly Expansion[] =>
  expansions.some((other) => isSame(one, other)) ? expansions : [...expansions, one];

/** Without one, and without those that only it had brought onto the page. */
export const withoutExpansion = (
  lineage: LineageView,
  wanted: Wanted,
  one: Expansion,
): readonly Expansion[] => {
  const rest = wanted.expansions.filter((other) => !isSame(one, other));
  const steps = stepsOf(lineage);
  const reached = reachedByDepth(lineage, wanted, steps);
  const kept = new Set<Expansion>();
  for (;;) {
    const next = rest.filter((expansion) => !kept.has(expansion) && reached.has(expansion.id));
    if (next.length === 0) return rest.filter((expansion) => kept.has(expansion));
    for (const expansion of next) {
      kept.add(expansion);
      for (const id of steps[expansion.direction].get(expansion.id) ?? []) reached.add(id);
    }
  }
};

type Steps = Readonly<Record<OneWay, ReadonlyMap<string, readonly string[]>>>;

const stepsOf = ({ edges }: LineageView): Steps => {
  const upstream = new Map<string, string[]>();
  const downstream = new Map<string, string[]>();
  for (const { from, to } of edges) {
    add(upstream, from, to);
    add(downstream, to, from);
  }
  return { upstream, downstream };
};

const add = (lists: Map<string, string[]>, key: string, item: string): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
};

/** What the depth alone shows, whatever is expanded. */
const reachedByDepth = (
  { targets }: LineageView,
  { direction, depth }: Wanted,
  steps: Steps,
): Set<string> => {
  const all = new Set<string>(targets);
  for (const way of direction === "both" ? (["upstream", "downstream"] as const) : [direction]) {
    const walked = new Set<string>(targets);
    let level: readonly string[] = targets;
    for (let step = 1; step <= depth && level.length > 0; step += 1) {
      level = [...new Set(level.flatMap((id) => steps[way].get(id) ?? []))].filter((id) => !walked.has(id));
      for (const id of level) {
        walked.add(id);
        all.add(id);
      }
    }
  }
  return all;
};
