import type { Step } from "./step.ts";

/** Steps by where they lead; one that was found several times counts once. */
export const groupByTarget = (steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> => {
  const groups = new Map<string, Map<string, Step>>();
  for (const step of steps) {
    const group = groups.get(step.to) ?? new Map<string, Step>();
    groups.set(step.to, group);
    group.set(step.id, step);
  }
  return new Map([...groups].map(([to, group]) => [to, [...group.values()]]));
};
