export interface MinimiseOptions {
  readonly start: Float64Array;
  readonly rounds: number;
  /** First step; later ones shrink with the square root of the round. */
  readonly step: number;
}

const MOMENTUM = 0.9;
const SCALE = 0.999;
const SHRINK_AFTER = 60;

/** Full-batch Adam: follows a gradient downhill. Deterministic. */
export const minimise = (
  options: MinimiseOptions,
  gradientAt: (parameters: Float64Array) => Float64Array,
): Float64Array => {
  const parameters = Float64Array.from(options.start);
  const mean = new Float64Array(parameters.length);
  const square = new Float64Array(parameters.length);
  for (let round = 1; round <= options.rounds; round += 1) {
    const gradient = gradientAt(parameters);
    const step = options.step / Math.sqrt(1 + round / SHRINK_AFTER);
    for (let at = 0; at < parameters.length; at += 1) {
      const slope = gradient[at] ?? 0;
      mean[at] = MOMENTUM * (mean[at] ?? 0) + (1 - MOMENTUM) * slope;
      square[at] = SCALE * (square[at] ?? 0) + (1 - SCALE) * slope * slope;
      const centre = (mean[at] ?? 0) / (1 - MOMENTUM ** round);
      const spread = Math.sqrt((square[at] ?? 0) / (1 - SCALE ** round));
      parameters[at] = (parameters[at] ?? 0) - (step * centre) / (spread + 1e-9);
    }
  }
  return parameters;
};
