/**
 * Fits the weights of the rules from labelled documents and writes weights.json beside this file.
 *
 *   npx tsx agents/source-tracing/rules/train.ts --gold train-cards.jsonl --root MIRROR [--dev dev-cards.jsonl] [--out FILE]
 *
 * Every figure that is printed and stored comes from documents that the weights behind it never saw: from folds over
 * documents for --gold, from the final weights for --dev, which is never fitted.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fitLogistic, bestMention } from "./training/fit-logistic.ts";
import type { Bag, LinearModel } from "./training/fit-logistic.ts";
import { readGold } from "./training/gold.ts";
import { indexFeatures, labelDocument, toBags } from "./training/labelled-bags.ts";
import type { FeatureIndex, LabelledDocument } from "./training/labelled-bags.ts";
import type { Redirects } from "./training/match-gold.ts";
import { applyPlatt, calibrationError, fitPlatt, measure } from "./training/measure-predictions.ts";
import type { Figures, PlattScale } from "./training/measure-predictions.ts";
import { PRIOR_WEIGHTS } from "./training/prior-weights.ts";

const FOLDS = 10;
const RIDGE = 4;
const ROUNDS = 150;
/** A feature that holds in fewer documents is not kept. */
const MIN_DOCUMENTS = 4;
const THRESHOLDS = Array.from({ length: 13 }, (_, step) => 0.2 + step * 0.05);

const fit = (bags: readonly Bag[], index: FeatureIndex): LinearModel =>
  fitLogistic(
    bags.filter((bag) => bag.weight > 0),
    {
      features: index.size,
      ridge: RIDGE,
      rounds: ROUNDS,
      prior: Float64Array.from(index.keys(), (feature) => PRIOR_WEIGHTS.get(feature) ?? 0),
    },
  );

/** Candidates of a document with the score of each one's best mention. */
type Scores = ReadonlyMap<LabelledDocument, readonly { readonly index: number; readonly score: number }[]>;

const scoreAll = (model: LinearModel, documents: readonly LabelledDocument[], index: FeatureIndex): Scores =>
  new Map(
    documents.map((document) => [document, toBags(document, index).map((bag) => bestMention(model, bag))]),
  );

/** Spreads documents over folds by their order in the file. */
const scoreOutOfFold = (documents: readonly LabelledDocument[], index: FeatureIndex): Scores => {
  const scores = new Map<LabelledDocument, readonly { index: number; score: number }[]>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const kept = documents.filter((_, at) => at % FOLDS !== fold);
    const held = documents.filter((_, at) => at % FOLDS === fold);
    const model = fit(
      kept.flatMap((document) => toBags(document, index)),
      index,
    );
    for (const [document, best] of scoreAll(model, held, index)) scores.set(document, best);
  }
  return scores;
};

interface Listing {
  readonly scores: Scores;
  readonly platt: PlattScale;
  readonly listed: number;
  readonly redirects: Redirects;
}

const figuresOf = (
  documents: readonly LabelledDocument[],
  listing: Listing,
): Figures & { calibration: number } => {
  const confident = (document: LabelledDocument) =>
    document.candidates.flatMap((candidate, at) => {
      const best = listing.scores.get(document)?.[at];
      const mention = candidate.mentions[best?.index ?? 0]?.mention;
      if (best === undefined || mention === undefined) return [];
      const confidence = applyPlatt(best.score, listing.platt);
      if (confidence < listing.listed) return [];
      const hubId = candidate.hubId === undefined ? {} : { hubId: candidate.hubId };
      return [{ name: mention.name, ...hubId, confidence, label: document.labels[at] }];
    });
  const pairs = documents
    .flatMap(confident)
    .filter(({ label }) => label !== "arguable")
    .map(({ confidence, label }) => ({ confidence, isSource: label === "source" }));
  return { ...measure(documents, confident, listing.redirects), calibration: calibrationError(pairs) };
};

const judgedOf = (scores: Scores) =>
  [...scores].flatMap(([document, best]) =>
    best.flatMap(({ score }, at) =>
      document.labels[at] === "arguable" ? [] : [{ score, isSource: document.labels[at] === "source" }],
    ),
  );

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const round = (value: number): number => Math.round(value * 1000) / 1000;
const rounded = (figures: object): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(Number(value))]));

const readRedirects = (file: string): Redirects => {
  const entries: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof entries !== "object" || entries === null) return new Map();
  return new Map(Object.entries(entries).map(([from, to]) => [from.toLowerCase(), String(to).toLowerCase()]));
};

const main = (): void => {
  const { values } = parseArgs({
    options: {
      gold: { type: "string", multiple: true, default: [] },
      dev: { type: "string", multiple: true, default: [] },
      root: { type: "string", default: "." },
      out: { type: "string", default: join(import.meta.dirname, "weights.json") },
    },
  });
  const redirects = readRedirects(join(values.root, "huggingface", "redirects.json"));
  const read = (file: string) => readGold(file, values.root).map((gold) => labelDocument(gold, redirects));
  const documents = values.gold.flatMap(read);
  const index = indexFeatures(documents, MIN_DOCUMENTS);
  print(`${documents.length} documents, ${index.size} features`);

  const scores = scoreOutOfFold(documents, index);
  const platt = fitPlatt(judgedOf(scores));
  const curve = THRESHOLDS.map((listed) => ({
    listed: round(listed),
    ...figuresOf(documents, { scores, platt, listed, redirects }),
  }));
  for (const figures of curve) print(JSON.stringify(rounded(figures)));
  const best = curve.reduce((left, right) => (right.macroF1 > left.macroF1 ? right : left));

  const model = fit(
    documents.flatMap((document) => toBags(document, index)),
    index,
  );
  const dev = values.dev.map((file) => {
    const held = read(file);
    const figures = figuresOf(held, {
      scores: scoreAll(model, held, index),
      platt,
      listed: best.listed,
      redirects,
    });
    print(`${file}: ${JSON.stringify(rounded(figures))}`);
    return { file: file.split("/").at(-1) ?? file, ...rounded(figures) };
  });
  const weights = {
    bias: round(model.bias),
    platt: rounded(platt),
    listed: best.listed,
    measured: { crossValidated: rounded(best), dev },
    features: Object.fromEntries(
      [...index]
        .map(([feature, at]) => [feature, round(model.weights[at] ?? 0)] as const)
        .filter(([, weight]) => weight !== 0),
    ),
  };
  writeFileSync(values.out, `${JSON.stringify(weights, undefined, 1)}\n`);
};

main();
