/** A point to fit: how often `target` (0 to 1) was seen at `x`, with a weight. */
export interface LogisticPoint {
  readonly x: number;
  readonly target: number;
  readonly weight: number;
}

export interface LogisticLine {
  readonly slope: number;
  readonly intercept: number;
}

/** Newton's method ends quadratically: more steps than this are never needed, and fewer never hurt. */
const MAX_STEPS = 100;
/** Change of the parameters below which nothing is gained any more. */
const CLOSE_ENOUGH = 1e-10;
/** Keeps the equations solvable when all points have the same x; far below what data say. */
const RIDGE = 1e-12;
const SMALLEST_STEP = 1e-10;
/** Of what the gradient promises, so much at least has to come. */
const SUFFICIENT = 1e-4;

/**
 * The line whose logistic function fits the targets best, by the weighted log loss: Newton's method with the step halved until it gains.
 * The mean of the targets must lie between 0 and 1.
 *
 * Source: H.-T. Lin, C.-J. Lin and R. C. Weng, A note on Platt's probabilistic outputs for support vector machines, Machine Learning 68
 * (2007) 267-276.
 */
export const fitLogistic = (points: readonly LogisticPoint[]): LogisticLine => {
  let line = levelLine(points);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const next = improve(points, line);
    const moved = Math.abs(next.slope - line.slope) + Math.abs(next.intercept - line.intercept);
    line = next;
    if (moved < CLOSE_ENOUGH) break;
  }
  return line;
};

/** The line that says the mean everywhere: from anywhere else, a step may land where the function is flat. */
const levelLine = (points: readonly LogisticPoint[]): LogisticLine => {
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  const mean = points.reduce((sum, point) => sum + point.weight * point.target, 0) / weight;
  return { slope: 0, intercept: Math.log(mean / (1 - mean)) };
};

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

const improve = (points: readonly LogisticPoint[], line: LogisticLine): LogisticLine => {
  let [gradientSlope, gradientIntercept] = [0, 0];
  let [slopeSlope, slopeIntercept, interceptIntercept] = [RIDGE, 0, RIDGE];
  for (const { x, target, weight } of points) {
    const chance = logistic(line.intercept + line.slope * x);
    const miss = weight * (chance - target);
    const bend = weight * chance * (1 - chance);
    gradientSlope += miss * x;
    gradientIntercept += miss;
    slopeSlope += bend * x * x;
    slopeIntercept += bend * x;
    interceptIntercept += bend;
  }
  const determinant = slopeSlope * interceptIntercept - slopeIntercept ** 2;
  const slope = (interceptIntercept * gradientSlope - slopeIntercept * gradientIntercept) / determinant;
  const intercept = (slopeSlope * gradientIntercept - slopeIntercept * gradientSlope) / determinant;
  const before = loss(points, line);
  const decline = slope * gradientSlope + intercept * gradientIntercept;
  for (let size = 1; size > SMALLEST_STEP; size /= 2) {
    const next = { slope: line.slope - size * slope, intercept: line.intercept - size * intercept };
    if (loss(points, next) <= before - SUFFICIENT * size * decline) return next;
  }
  return line;
};

const loss = (points: readonly LogisticPoint[], { slope, intercept }: LogisticLine): number =>
  points.reduce((total, { x, target, weight }) => {
    const score = intercept + slope * x;
    // ln(1 + e^s) without an overflow.
    const softened = Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score)));
    return total + weight * (softened - target * score);
  }, 0);
