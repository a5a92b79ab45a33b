import type { OpenRange } from "../filter-state.ts";
import type { BinEdges } from "./histogram-bins.ts";

/** Places of the two handles in bars from the left: 0 is before the first bar, the number of bars behind the last. */
export interface Handles {
  readonly low: number;
  readonly high: number;
}

/** How a range of values lies along the bars of its histogram. */
export interface RangeScale {
  readonly bars: number;
  toHandles(range: OpenRange<number> | undefined): Handles;
  /** No range when both handles are at the ends; an end that a handle is at is open. */
  toRange(handles: Handles): OpenRange<number> | undefined;
}

/** @param step What lies between the last value of a bar and the first of the next: 1 of whole numbers, 0 of shares. */
export const createRangeScale = (edges: BinEdges, step: number): RangeScale => {
  const bars = Math.max(0, edges.length - 1);
  const placeOf = (value: number): number => {
    const after = edges.findIndex((edge) => edge > value);
    if (after <= 0) return after === 0 ? 0 : bars;
    const [from, to] = [edges[after - 1] ?? 0, edges[after] ?? 0];
    return after - 1 + (value - from) / (to - from);
  };
  const valueAt = (place: number): number => {
    const from = edges[Math.floor(place)] ?? 0;
    const to = edges[Math.ceil(place)] ?? from;
    return from + (to - from) * (place - Math.floor(place));
  };
  return {
    bars,
    toHandles: (range) => ({
      low: range?.[0] === undefined ? 0 : placeOf(range[0]),
      high: range?.[1] === undefined ? bars : placeOf(range[1] + step),
    }),
    toRange: ({ low, high }) => {
      if (low <= 0 && high >= bars) return undefined;
      return [low <= 0 ? undefined : valueAt(low), high >= bars ? undefined : valueAt(high) - step];
    },
  };
};

const PAGE_BARS = 4;

/** Where a key moves a handle, in bars; undefined for a key that moves none. */
export const moveByKey = (key: string, place: number, bars: number): number | undefined => {
  const to = (next: number): number => Math.max(0, Math.min(bars, next));
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return to(Math.floor(place) + 1);
    case "ArrowLeft":
    case "ArrowDown":
      return to(Math.ceil(place) - 1);
    case "PageUp":
      return to(Math.floor(place) + PAGE_BARS);
    case "PageDown":
      return to(Math.ceil(place) - PAGE_BARS);
    case "Home":
      return 0;
    case "End":
      return bars;
    default:
      return undefined;
  }
};

/** The handles after one of them moved: at least a bar lies between them, and the moved one gives way. */
export const moveHandle = (handles: Handles, which: keyof Handles, place: number): Handles =>
  which === "low"
    ? { ...handles, low: Math.max(0, Math.min(place, Math.ceil(handles.high) - 1)) }
    : { ...handles, high: Math.max(place, Math.floor(handles.low) + 1) };

/** The whole bars between two places, in either order: at least one. */
export const brushed = (start: number, end: number, bars: number): Handles => {
  const [low, high] = [Math.floor(Math.min(start, end)), Math.ceil(Math.max(start, end))];
  const first = Math.max(0, Math.min(low, bars - 1));
  return { low: first, high: Math.max(first + 1, Math.min(high, bars)) };
};
