export interface Stroke {
  /** Pixels to the right, negative to the left. */
  readonly right: number;
  /** Pixels downwards, negative upwards. */
  readonly down: number;
  readonly lastedMs: number;
}

export type SwipeWay = "right" | "left" | "up";

/** A thumb's width and a half: no tap, and no tremble. */
const FAR_PX = 90;
/** Who takes longer reads, selects or thinks. */
const LONGEST_MS = 700;
/** One way at least so many times as far as the other: a slanted stroke means neither. */
const STRAIGHT = 2.5;

/** Which way a finger went, if it went one way, far and briskly; undefined for anything that may have been meant otherwise. */
export const readSwipe = ({ right, down, lastedMs }: Stroke): SwipeWay | undefined => {
  if (lastedMs > LONGEST_MS) return undefined;
  const [across, along] = [Math.abs(right), Math.abs(down)];
  if (across >= FAR_PX && across >= along * STRAIGHT) return right > 0 ? "right" : "left";
  if (along >= FAR_PX && along >= across * STRAIGHT && down < 0) return "up";
  return undefined;
};
