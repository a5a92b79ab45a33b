import { type Coefficient, inRange } from "./coefficient.ts";
import { createRandom } from "../create-random.ts";

/** Samples of the bootstrap: the bounds then move by less than a hundredth from seed to seed. */
const SAMPLES = 1_000;
const SEED = 20_110_125;

/**
 * Krippendorff's alpha on a nominal scale: 1 minus observed over expected disagreement, for any number of raters. Each unit is the list of
 * what people said of it; who said nothing is simply absent, and units with fewer than two labels do not count. Undefined without such
 * units ("nothing"), and when only one category was used ("one-category"): without any difference, none can be expected.
 *
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C; Content Analysis, 4th ed. (2019), chapter 12. The
 * 95 % interval is a percentile bootstrap over units with a fixed seed, the same each time; it takes units as independent of each other.
 */
export const krippendorffAlpha = (units: readonly (readonly string[])[]): Coefficient => {
  const paired = units.filter((labels) => labels.length > 1);
  if (paired.length === 0) return { kind: "undefined", reason: "nothing" };
  const categories = [...new Set(paired.flat())].sort();
  const counted = paired.map((labels) => count(labels, categories));
  const value = alphaOf(counted);
  if (value === undefined) return { kind: "undefined", reason: "one-category" };
  return { kind: "value", value, ...bootstrap(counted, value) };
};

interface CountedUnit {
  /** How often each category was given. */
  readonly counts: readonly number[];
  readonly labels: number;
  /** Ordered pairs of labels that differ, each unit weighing as many as it has labels. */
  readonly disagreement: number;
}

const count = (labels: readonly string[], categories: readonly string[]): CountedUnit => {
  const counts = categories.map((category) => labels.filter((label) => label === category).length);
  const differing = counts.reduce((pairs, times) => pairs + times * (labels.length - times), 0);
  return { counts, labels: labels.length, disagreement: differing / (labels.length - 1) };
};

/** alpha = 1 - (n - 1) * observed / expected, over n pairable labels. Undefined when none of them differ. */
const alphaOf = (units: readonly CountedUnit[]): number | undefined => {
  const totals = (units[0]?.counts ?? []).map(() => 0);
  let observed = 0;
  let labels = 0;
  for (const unit of units) {
    observed += unit.disagreement;
    labels += unit.labels;
    for (const [index, times] of unit.counts.entries()) totals[index] = (totals[index] ?? 0) + times;
  }
  const expected = totals.reduce((pairs, times) => pairs + times * (labels - times), 0);
  return expected === 0 ? undefined : 1 - ((labels - 1) * observed) / expected;
};

/** A sample in which all labels are the same has no alpha; such samples are left out. */
const bootstrap = (
  units: readonly CountedUnit[],
  value: number,
): { readonly low: number; readonly high: number } => {
  const random = createRandom(SEED);
  const values: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const drawn = units.flatMap(() => units[Math.floor(random() * units.length)] ?? []);
    const alpha = alphaOf(drawn);
    if (alpha !== undefined) values.push(alpha);
  }
  values.sort((one, other) => one - other);
  const at = (share: number): number => values[Math.floor(share * (values.length - 1))] ?? value;
  return { low: inRange(at(0.025)), high: inRange(at(0.975)) };
};
