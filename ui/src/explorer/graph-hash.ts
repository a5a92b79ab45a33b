import type { LayoutKind } from "../state/view-state.ts";
import type { LayoutGraph } from "./layout.ts";

/** A text that is the same for graphs of the same nodes and edges, in whatever order, and practically for no others: 106 bits. */
export const graphHash = (graph: LayoutGraph, kind: LayoutKind): string => {
  const ends = graph.edges.map(({ id, from, to }) => JSON.stringify([id, from, to])).sort();
  const text = [kind, graph.root, ...graph.nodes.map(({ id }) => JSON.stringify(id)).sort(), ...ends].join(
    "\n",
  );
  return `${hash53(text, 1)}${hash53(text, 2)}`;
};

const WORD = 2 ** 32;

/** Two rounds of multiply and mix over the characters, for a number that JavaScript holds exactly. */
const hash53 = (text: string, seed: number): string => {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (WORD * (0x1fffff & low) + (high >>> 0)).toString(36);
};
