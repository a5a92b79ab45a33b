interface Arc {
  readonly from: string;
  readonly to: string;
}

/** Groups of nodes that can all reach each other: every cycle lies inside one group. Single nodes are left out. */
export const cyclicGroups = (arcs: readonly Arc[]): readonly (readonly string[])[] => {
  const leaving = new Map<string, string[]>();
  const arriving = new Map<string, string[]>();
  for (const { from, to } of arcs) {
    append(leaving, from, to);
    append(arriving, to, from);
  }
  // Kosaraju: in the reverse order of finishing, what reaches a node backwards lies in its group.
  const grouped = new Set<string>();
  return finishingOrder(leaving)
    .toReversed()
    .map((node) => collect(node, arriving, grouped))
    .filter((group) => group.length > 1)
    .map((group) => [...group].sort());
};

const append = (map: Map<string, string[]>, key: string, value: string): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

/** Depth first without recursion: chains of derivations may be long. */
const finishingOrder = (leaving: ReadonlyMap<string, readonly string[]>): string[] => {
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const start of leaving.keys()) {
    const open: { readonly node: string; next: number }[] = [];
    const enter = (node: string): void => {
      if (seen.has(node)) return;
      seen.add(node);
      open.push({ node, next: 0 });
    };
    enter(start);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const target = leaving.get(top.node)?.[top.next];
      top.next += 1;
      if (target !== undefined) enter(target);
      else finished.push(open.pop()?.node ?? top.node);
    }
  }
  return finished;
};

const collect = (
  start: string,
  arriving: ReadonlyMap<string, readonly string[]>,
  grouped: Set<string>,
): readonly string[] => {
  if (grouped.has(start)) return [];
  grouped.add(start);
  const group = [start];
  for (const node of group) {
    for (const from of arriving.get(node) ?? []) {
      if (grouped.has(from)) continue;
      grouped.add(from);
      group.push(from);
    }
  }
  return group;
};
