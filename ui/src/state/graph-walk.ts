export const WALK_DIRECTIONS = ["left", "right", "up", "down"] as const;
export type WalkDirection = (typeof WALK_DIRECTIONS)[number];

type Placed = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/**
 * The node that an arrow key leads to: right to a source, left to a dataset built from this one, up and down
 * among the nodes of the same column (y grows downwards). Undefined at the border, or while nothing is drawn.
 */
export const walk = <Id extends string>(
  lineage: { readonly edges: readonly { readonly from: Id; readonly to: Id }[] },
  placed: Placed,
  step: { readonly from: Id; readonly direction: WalkDirection },
): Id | undefined => {
  const here = placed.get(step.from);
  if (here === undefined) return undefined;
  const distance = (id: string) => Math.abs((placed.get(id)?.y ?? Infinity) - here.y);
  if (step.direction === "left" || step.direction === "right") {
    const neighbours = lineage.edges
      .filter((edge) => (step.direction === "right" ? edge.from : edge.to) === step.from)
      .map((edge) => (step.direction === "right" ? edge.to : edge.from));
    return nearest(
      neighbours.filter((id) => id !== step.from && placed.has(id)),
      distance,
    );
  }
  const sign = step.direction === "down" ? 1 : -1;
  const drawn = new Set(lineage.edges.flatMap((edge) => [edge.from, edge.to]));
  const column = [...drawn].filter((id) => {
    const there = placed.get(id);
    return there !== undefined && there.x === here.x && (there.y - here.y) * sign > 0;
  });
  return nearest(column, distance);
};

const nearest = <Id extends string>(ids: readonly Id[], distance: (id: string) => number): Id | undefined =>
  ids.reduce<Id | undefined>(
    (best, id) => (best === undefined || distance(id) < distance(best) ? id : best),
    undefined,
  );
