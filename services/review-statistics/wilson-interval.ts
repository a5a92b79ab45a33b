import { NORMAL_95 } from "./coefficient.ts";

export interface Interval {
  readonly least: number;
  readonly most: number;
}

/**
 * The 95 % score interval of a share, without correction for continuity; 0 to 1 when nothing was counted. `of` may be an effective number,
 * and need not be whole.
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209-212; method 3 of R. G.
 * Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998) 857-872.
 */
export const wilsonInterval = (right: number, of: number): Interval => {
  if (of <= 0) return { least: 0, most: 1 };
  const share = right / of;
  const square = NORMAL_95 ** 2;
  const middle = share + square / (2 * of);
  const reach = NORMAL_95 * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2));
  const whole = 1 + square / of;
  return {
    least: Math.max(0, (middle - reach) / whole),
    most: Math.min(1, (middle + reach) / whole),
  };
};
