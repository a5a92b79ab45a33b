import { toXml } from "../../graph/exchange/drawing/xml.ts";
import type { CalibrationFit, CalibrationScores, ReliabilityBin } from "../../schema/calibration.ts";
import type { ReviewStatistics } from "../../schema/review-statistics.ts";

/** All lengths in user units, of which a screen shows one as a pixel. */
const PLOT = 320;
const LEFT = 64;
const TOP = 92;
const GAP = 76;
const WIDTH = LEFT + 2 * PLOT + GAP + 28;
const HEIGHT = TOP + PLOT + 106;
/** Heights of the bars that say how many edges are in a band. */
const COUNTS = 36;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

const INK = "#1f2328";
const QUIET = "#59636e";
const LINE = "#d0d7de";
const BEFORE = "#9a5b13";
const AFTER = "#1a5fb4";

/**
 * A reliability plot as SVG: for each band of confidence the share of reviewed edges that people found right, with its 95 % interval and
 * how many there are, before calibration and after. On the diagonal, confidences say what happens. The calibration in force, otherwise the
 * one that today's labels give; with too few of them, a sheet that says so.
 */
export const drawReliability = ({ current, now }: ReviewStatistics["calibration"]): string => {
  const fit = current?.kind === "fitted" ? current.fit : now.fit;
  if (fit === undefined) return sheet([text(LEFT, TOP, { words: wanting(now.labels.edges), size: 15 })]);
  const when = current === undefined ? "not in force" : `in force since ${current.at.slice(0, 10)}`;
  return sheet([
    text(LEFT, 30, { words: "Confidence against what reviewers found", size: 17, bold: true }),
    text(LEFT, 50, { words: labelsOf(fit, when), size: 12, colour: QUIET }),
    ...panel(LEFT, {
      title: "Before",
      bins: fit.reliability.before,
      scores: fit.before,
      colour: BEFORE,
    }),
    ...panel(LEFT + PLOT + GAP, {
      title: `After, each dataset by the others (${fit.folds} parts)`,
      bins: fit.reliability.after,
      scores: fit.after,
      colour: AFTER,
    }),
  ]);
};

const wanting = (edges: number): string =>
  `No reliability plot yet: ${edges} reviewed edges are too few, or too much alike.`;

const labelsOf = ({ labels }: CalibrationFit, when: string): string =>
  `${labels.edges} reviewed edges of ${labels.datasets} datasets, ${labels.right} right; weighted by the inverse of their chance to be reviewed; ${when}`;

interface Panel {
  readonly title: string;
  readonly bins: readonly ReliabilityBin[];
  readonly scores: CalibrationScores;
  readonly colour: string;
}

const panel = (left: number, { title, bins, scores, colour }: Panel): readonly string[] => {
  const x = (share: number): number => left + share * PLOT;
  const most = Math.max(1, ...bins.map(({ edges }) => edges));
  return [
    text(left, TOP - 18, { words: title, size: 13, bold: true }),
    ...axes(left),
    line([x(0), y(0)], [x(1), y(1)], { colour: QUIET, dashes: "4 4" }),
    ...bins.flatMap((bin) => [...binMarks(bin, { x, colour }), ...countBar(bin, { x, colour, most })]),
    polyline(
      bins.map(({ predicted, right }) => [x(predicted), y(right)]),
      colour,
    ),
    text(left, TOP + PLOT + 96, {
      words: `Brier ${scores.brier.toFixed(3)}, log loss ${scores.logLoss.toFixed(3)}, calibration error ${scores.calibrationError.toFixed(3)}`,
      size: 12,
    }),
  ];
};

const y = (share: number): number => TOP + (1 - share) * PLOT;

const axes = (left: number): readonly string[] => [
  ...TICKS.flatMap((tick) => {
    const at = left + tick * PLOT;
    return [
      line([at, y(0)], [at, y(1)], { colour: LINE }),
      line([left, y(tick)], [left + PLOT, y(tick)], { colour: LINE }),
      text(at, y(0) + 16, { words: tick.toFixed(1), size: 11, colour: QUIET, anchor: "middle" }),
      text(left - 8, y(tick) + 4, { words: tick.toFixed(1), size: 11, colour: QUIET, anchor: "end" }),
    ];
  }),
  text(left + PLOT / 2, y(0) + 32, {
    words: "confidence; bars: reviewed edges of each band",
    size: 11,
    colour: QUIET,
    anchor: "middle",
  }),
  text(left, y(1) - 5, { words: "share found right", size: 11, colour: QUIET }),
];

interface Marks {
  readonly x: (share: number) => number;
  readonly colour: string;
}

/** The interval as a bar with feet, the share as a dot with its figures for whoever points at it. */
const binMarks = (bin: ReliabilityBin, { x, colour }: Marks): readonly string[] => {
  const at = x(bin.predicted);
  const stroke = { colour, width: 1.5 };
  return [
    line([at, y(bin.least)], [at, y(bin.most)], stroke),
    line([at - 4, y(bin.least)], [at + 4, y(bin.least)], stroke),
    line([at - 4, y(bin.most)], [at + 4, y(bin.most)], stroke),
    `<circle cx="${figure(at)}" cy="${figure(y(bin.right))}" r="4.5" fill="${colour}"><title>${toXml(tell(bin))}</title></circle>`,
  ];
};

const tell = ({ low, high, edges, predicted, right, least, most }: ReliabilityBin): string =>
  `confidence ${low.toFixed(1)} to ${high.toFixed(1)}: ${edges} edges, mean ${predicted.toFixed(3)}, found right ${right.toFixed(3)} (${least.toFixed(3)} to ${most.toFixed(3)})`;

const countBar = (
  { low, high, edges }: ReliabilityBin,
  { x, colour, most }: Marks & { readonly most: number },
): readonly string[] => {
  const height = (edges / most) * (COUNTS - 12);
  const bottom = TOP + PLOT + 40 + COUNTS;
  return [
    `<rect x="${figure(x(low) + 2)}" y="${figure(bottom - height)}" width="${figure(x(high) - x(low) - 4)}" height="${figure(height)}" fill="${colour}" fill-opacity="0.45"/>`,
    text(x((low + high) / 2), bottom - height - 3, { words: String(edges), size: 10, anchor: "middle" }),
  ];
};

interface TextLook {
  readonly words: string;
  readonly size: number;
  readonly colour?: string;
  readonly anchor?: "middle" | "end";
  readonly bold?: true;
}

const text = (x: number, at: number, { words, size, colour = INK, anchor, bold }: TextLook): string =>
  `<text x="${figure(x)}" y="${figure(at)}" font-size="${size}" fill="${colour}"${anchor === undefined ? "" : ` text-anchor="${anchor}"`}${bold === undefined ? "" : ' font-weight="600"'}>${toXml(words)}</text>`;

type Point = readonly [x: number, y: number];

interface Stroke {
  readonly colour: string;
  readonly width?: number;
  readonly dashes?: string;
}

const line = ([x1, y1]: Point, [x2, y2]: Point, { colour, width = 1, dashes }: Stroke): string =>
  `<line x1="${figure(x1)}" y1="${figure(y1)}" x2="${figure(x2)}" y2="${figure(y2)}" stroke="${colour}" stroke-width="${width}"${dashes === undefined ? "" : ` stroke-dasharray="${dashes}"`}/>`;

const polyline = (points: readonly Point[], colour: string): string =>
  `<polyline points="${points.map((point) => point.map(figure).join(",")).join(" ")}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-opacity="0.6"/>`;

/** Tenths of a unit are finer than any screen. */
const figure = (value: number): string => String(Math.round(value * 10) / 10);

const sheet = (parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" role="img">`,
    "<title>Reliability of confidences, before and after calibration</title>",
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
