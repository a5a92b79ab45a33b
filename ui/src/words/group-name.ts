import { NODE_KINDS } from "../state/node-kind.ts";
import type { NodeGroup } from "../state/grouping.ts";
import { canvasWords } from "./canvas-words.ts";

/** "98 datasets, 3 contaminated". */
export const groupName = ({ kind, members }: NodeGroup, contaminated: number): string => {
  const memberKind = NODE_KINDS.find((one) => one === kind) ?? "model";
  return canvasWords().group(members.length, memberKind, contaminated);
};
