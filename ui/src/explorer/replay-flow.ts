import { computed, type ReadonlySignal } from "@preact/signals";
import type { GraphShape, ShapeNode } from "./graph-shape.ts";
import type { LaidOut, LayoutFlow } from "./layout-flow.ts";

/**
 * A layout flow that leaves out what is not there yet on the replay's day. Everything has its place from the beginning, and the
 * view frames all of it: going through time moves nothing.
 * @param later Ids of the datasets that came later; undefined while nothing is replayed.
 */
export const withReplay = (
  flow: LayoutFlow,
  later: ReadonlySignal<ReadonlySet<string> | undefined>,
): LayoutFlow => ({
  ...flow,
  current: computed(() => {
    const whole = flow.current.value;
    return whole === undefined || later.value === undefined ? whole : leaveOutLater(whole, later.value);
  }),
});

const leaveOutLater = ({ shape, layout }: LaidOut, later: ReadonlySet<string>): LaidOut => ({
  shape: withoutLater(shape, later),
  layout,
  frame: shape.nodes,
});

/** A group stays while one of its members is there, a model while something that it made is. */
const withoutLater = (shape: GraphShape, later: ReadonlySet<string>): GraphShape => {
  const isThere = ({ id, group }: ShapeNode): boolean =>
    group?.members === undefined ? !later.has(id) : group.members.some((member) => !later.has(member));
  const there = new Set(shape.nodes.filter(isThere).map((node) => node.id));
  const edges = shape.edges.filter(({ from, to }) => there.has(from) && there.has(to));
  const made = new Set(edges.map((edge) => edge.to));
  return {
    ...shape,
    nodes: shape.nodes.filter(({ id, kind }) => there.has(id) && (kind !== "model" || made.has(id))),
    edges,
  };
};
