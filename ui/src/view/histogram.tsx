import type { JSX } from "preact";
import type { Bin } from "../state/filters/value-counts.ts";

export interface HistogramProps {
  readonly bins: readonly Bin[];
  /** From where to where the bars are chosen, in bars; the rest is pale. */
  readonly chosen?: { readonly low: number; readonly high: number };
}

/** Heights of a bar that has little beside one that has much: still to be seen. */
const LEAST_HEIGHT = 3;
const HEIGHT = 36;

/** Bars for the eye: all of the lineage behind, what the other filters leave in front. What it says is said in words by its slider. */
export const Histogram = ({ bins, chosen }: HistogramProps): JSX.Element => {
  const most = Math.max(1, ...bins.map((bin) => bin.all));
  const height = (count: number): number =>
    count === 0 ? 0 : LEAST_HEIGHT + (count / most) * (HEIGHT - LEAST_HEIGHT);
  const isChosen = (index: number): boolean =>
    chosen === undefined || (index + 1 > chosen.low && index < chosen.high);
  return (
    <svg
      class="histogram"
      viewBox={`0 0 ${Math.max(1, bins.length)} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bins.map((bin, index) => (
        <g key={bin.from} class={isChosen(index) ? "" : "is-out"}>
          <Bar index={index} height={height(bin.all)} kind="all" />
          <Bar index={index} height={height(bin.shown)} kind="shown" />
        </g>
      ))}
    </svg>
  );
};

interface BarProps {
  readonly index: number;
  readonly height: number;
  readonly kind: "all" | "shown";
}

const GAP = 0.12;

const Bar = ({ index, height, kind }: BarProps): JSX.Element | null =>
  height === 0 ? null : (
    <rect class={`bar-${kind}`} x={index + GAP / 2} y={HEIGHT - height} width={1 - GAP} height={height} />
  );
