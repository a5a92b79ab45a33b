import type { LineageView } from "../../../../schema/api.ts";

/** More datasets than a page draws without being asked. */
export interface TooLarge {
  /** The nearest ones, which are at hand. */
  readonly shown: number;
  /** All within the depth; absent when the service gave up counting. */
  readonly of?: number;
}

export const tooLargeOf = ({ nodes, leftOut, truncated }: LineageView): TooLarge | undefined => {
  if (leftOut === undefined) return truncated ? { shown: nodes.length } : undefined;
  return leftOut === 0 ? undefined : { shown: nodes.length, of: nodes.length + leftOut };
};
