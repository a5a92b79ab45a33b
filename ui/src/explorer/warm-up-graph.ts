import type { LayoutGraph } from "./layout.ts";

const LAYERS = 9;
const IN_A_LAYER = 30;
/** Steps that share no divisor with a layer's size spread the edges over all of the next one. */
const STEPS = [7, 11];

/** A graph as large as those that are laid out in haste, and of no meaning: a worker that has laid it out is three times as quick with the next. */
export const warmUpGraph = (): LayoutGraph => {
  const nodes = [{ id: "root" }];
  const edges: { id: string; from: string; to: string }[] = [];
  const join = (from: string, to: string): void => void edges.push({ id: `${from} ${to}`, from, to });
  for (let layer = 0; layer < LAYERS; layer += 1) {
    for (let place = 0; place < IN_A_LAYER; place += 1) {
      const id = `${layer} ${place}`;
      nodes.push({ id });
      if (layer === 0) join("root", id);
      else for (const step of STEPS) join(`${layer - 1} ${(place * step) % IN_A_LAYER}`, id);
    }
  }
  return { root: "root", nodes, edges };
};
