import { cyclicGroups } from "../../graph/store/check/cycles.ts";

/** An arc from a derived dataset to its source. */
export interface Arc {
  readonly from: string;
  readonly to: string;
}

/** A graph whose cycles are folded into one component each, so that it has none. */
export interface Condensed {
  /** Members of each component; most have one. */
  readonly components: readonly (readonly string[])[];
  readonly componentOf: ReadonlyMap<string, number>;
  /** Components that each one derives from, each once. */
  readonly sources: readonly ReadonlySet<number>[];
  /** Every component after all of its sources. */
  readonly order: readonly number[];
}

/** Folds the cycles; nodes that no arc touches may be named too. */
export const condense = (nodes: Iterable<string>, arcs: readonly Arc[]): Condensed => {
  const componentOf = new Map<string, number>();
  const components: (readonly string[])[] = [];
  const add = (members: readonly string[]): void => {
    for (const member of members) componentOf.set(member, components.length);
    components.push(members);
  };
  for (const group of cyclicGroups(arcs)) add(group);
  for (const node of new Set([...nodes, ...arcs.flatMap(({ from, to }) => [from, to])])) {
    if (!componentOf.has(node)) add([node]);
  }
  const sources = components.map(() => new Set<number>());
  for (const { from, to } of arcs) {
    const [derived, source] = [componentOf.get(from), componentOf.get(to)];
    if (derived !== undefined && source !== undefined && derived !== source) sources[derived]?.add(source);
  }
  return { components, componentOf, sources, order: sourcesFirst(sources) };
};

/** Kahn: a component comes when the last of its sources has come. */
const sourcesFirst = (sources: readonly ReadonlySet<number>[]): readonly number[] => {
  const derived: number[][] = sources.map(() => []);
  const missing = sources.map((some, component) => {
    for (const source of some) derived[source]?.push(component);
    return some.size;
  });
  const order = missing.flatMap((count, component) => (count === 0 ? [component] : []));
  for (const source of order) {
    for (const component of derived[source] ?? []) {
      missing[component] = (missing[component] ?? 0) - 1;
      if (missing[component] === 0) order.push(component);
    }
  }
  return order;
};
