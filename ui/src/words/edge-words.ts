import type { ShapeEdge } from "../explorer/graph-shape.ts";
import { canvasWords } from "./canvas-words.ts";

/** What an edge says of itself on the canvas: "inclusion, test split", "judge", "98 edges". */
export const edgeWords = ({ relation, split, role, count = 1 }: ShapeEdge): string => {
  const words = canvasWords();
  const parts = [
    relation &&
      (split === undefined
        ? words.relation[relation]
        : words.ofSplit(words.relation[relation], words.split[split])),
    role && words.role[role],
    count > 1 ? words.edges(count) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
};
