import type { JSX } from "preact";
import type { ReliabilityBin } from "../../../../schema/calibration.ts";
import { formatCount } from "../../state/format.ts";
import { figuresWords } from "../../words/figures-words.ts";

export interface ReliabilityPlotProps {
  readonly title: string;
  readonly bins: readonly ReliabilityBin[];
}

/** Pixels of the drawing; its numbers stand in the table below it too. */
const SIDE = 220;
const EDGE = 24;
const LARGEST = 9;
const SMALLEST = 3;

const across = (share: number): number => EDGE + share * (SIDE - EDGE - 8);
const upwards = (share: number): number => SIDE - EDGE - share * (SIDE - EDGE - 8);

/** How often edges of a confidence were right: on the line they are what they say, below it they promise too much. */
export const ReliabilityPlot = ({ title, bins }: ReliabilityPlotProps): JSX.Element => {
  const words = figuresWords();
  const most = Math.max(1, ...bins.map(({ edges }) => edges));
  return (
    <figure class="review-plot">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={words.plotLabel(title)}>
        <path class="plot-axes" d={`M${across(0)} ${upwards(1)}V${upwards(0)}H${across(1)}`} />
        <path class="plot-line" d={`M${across(0)} ${upwards(0)}L${across(1)} ${upwards(1)}`} />
        {bins.map(({ low, predicted, right, least, most: highest, edges }) => (
          <g key={low}>
            <path class="plot-range" d={`M${across(predicted)} ${upwards(least)}V${upwards(highest)}`} />
            <circle
              class="plot-dot"
              cx={across(predicted)}
              cy={upwards(right)}
              r={SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(edges / most)}
            />
          </g>
        ))}
        <text x={across(0)} y={SIDE - 6}>
          0
        </text>
        <text x={across(1)} y={SIDE - 6} text-anchor="end">
          {words.confidence} 1
        </text>
      </svg>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.confidence}</th>
            <th scope="col">{words.right}</th>
            <th scope="col">{words.edges}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ low, high, right, edges }) => (
            <tr key={low}>
              <th scope="row" class="tabular">
                {low.toFixed(1)}–{high.toFixed(1)}
              </th>
              <td class="tabular">{right.toFixed(2)}</td>
              <td class="tabular">{formatCount(edges)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
};
