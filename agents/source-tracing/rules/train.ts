/**
 * Fits the weights of the rules from labelled documents and writes weights.json beside this file.
 *
 *   npx tsx agents/source-tracing/rules/train.ts --gold train-cards.jsonl --root MIRROR [--dev dev-cards.jsonl] [--out FILE]
 *
 * Every figure that is printed and stored comes from documents that the weights behind it never saw: from folds over
 * documents for --gold, from the final weights for --dev, which is never fitted.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { findNameParts } from "./find-name-parts.ts";
import { REFINE_FEATURES } from "./refine-features.ts";
import { fitTwoLooks, foldsOf, judge } from "./training/fit-two-looks.ts";
import type { Judgement } from "./training/fit-two-looks.ts";
import { fitRelations, LABELLED_RELATIONS, predictRelation, relationRows } from "./training/fit-relations.ts";
import { readGold } from "./training/gold.ts";
import { indexFeatures, labelDocument } from "./training/labelled-bags.ts";
import type { LabelledDocument } from "./training/labelled-bags.ts";
import type { Redirects } from "./training/match-gold.ts";
import { applyPlatt, calibrationError, fitPlatt, measure } from "./training/measure-predictions.ts";
import type { Figures, PlattScale } from "./training/measure-predictions.ts";

/** A feature that holds in fewer documents is not kept, unless it has a prior weight. */
const MIN_DOCUMENTS = 4;
const THRESHOLDS = Array.from({ length: 13 }, (_, step) => 0.2 + step * 0.05);

type Judgements = ReadonlyMap<LabelledDocument, Judgement>;

interface Listing {
  readonly judgements: Judgements;
  readonly platt: PlattScale;
  readonly listed: number;
  readonly redirects: Redirects;
}

const figuresOf = (
  documents: readonly LabelledDocument[],
  listing: Listing,
): Figures & { calibration: number } => {
  const confident = (document: LabelledDocument) => {
    const { looked = [], scores = [] } = listing.judgements.get(document) ?? {};
    const judged = looked.map(({ best }, at) => ({
      best,
      probability: applyPlatt(scores[at] ?? 0, listing.platt),
    }));
    const parts = findNameParts(judged, listing.listed);
    return judged.flatMap(({ best, probability }, at) => {
      if (probability < listing.listed || parts.has(at)) return [];
      const id = document.candidates[at]?.hubId;
      const hubId = id === undefined ? {} : { hubId: id };
      return [{ name: best.name, ...hubId, confidence: probability, label: document.labels[at] }];
    });
  };
  const pairs = documents
    .flatMap(confident)
    .filter(({ label }) => label !== "arguable")
    .map(({ confidence, label }) => ({ confidence, isSource: label === "source" }));
  return { ...measure(documents, confident, listing.redirects), calibration: calibrationError(pairs) };
};

const judgedOf = (judgements: Judgements) =>
  [...judgements].flatMap(([document, { scores }]) =>
    scores.flatMap((score, at) =>
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

/** F1 differences below this are noise on 300 documents. */
const NOISE = 0.005;

/**
 * The threshold with the best F1 together with its neighbours: one lucky point shall not decide. Of those within the
 * noise the highest, because a wrong source costs a reader more than a missing one.
 */
const smoothedBest = <Point extends Figures>(curve: readonly Point[]): Point => {
  const best = Math.max(...curve.map((point) => around(curve, point)));
  const chosen = curve.findLast((point) => around(curve, point) >= best - NOISE);
  return chosen ?? curve.reduce((left, right) => (right.macroF1 > left.macroF1 ? right : left));
};

const around = <Point extends Figures>(curve: readonly Point[], point: Point): number => {
  const at = curve.indexOf(point);
  const near = curve.slice(Math.max(0, at - 1), at + 2);
  return near.reduce((sum, { macroF1 }) => sum + macroF1, 0) / near.length;
};

const byRelation = (values: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(values.map((value, at) => [LABELLED_RELATIONS[at] ?? "", round(value)]));

/** Fits the relations on the candidates as judged out of fold, measures them on folds of their own. */
const relationsJson = (
  documents: readonly LabelledDocument[],
  { judgements, redirects }: Pick<Listing, "judgements" | "redirects">,
): string => {
  const rowsOf = (document: LabelledDocument) => {
    const judgement = judgements.get(document);
    return judgement === undefined ? [] : relationRows(document, judgement, redirects);
  };
  const rows = new Map(documents.map((document) => [document, rowsOf(document)]));
  const rowsIn = (some: readonly LabelledDocument[]) => some.flatMap((document) => rows.get(document) ?? []);
  const judged = foldsOf(documents).flatMap(({ kept, held }) => {
    const model = fitRelations(rowsIn(kept));
    return rowsIn(held)
      .filter(({ isSure }) => isSure)
      .map((row) => ({
        isRight: predictRelation(model, row.features) === row.relation,
        isInclusion: row.relation === "inclusion",
      }));
  });
  const share = (count: number): number => round(count / judged.length);
  const measured = {
    sources: judged.length,
    accuracy: share(judged.filter(({ isRight }) => isRight).length),
    alwaysInclusion: share(judged.filter(({ isInclusion }) => isInclusion).length),
  };
  print(`relations: ${JSON.stringify(measured)}`);
  const model = fitRelations(rowsIn(documents));
  const features = [...model]
    .filter(([name]) => name !== "")
    .map(([name, values]) => [name, byRelation(values)] as const);
  return `${JSON.stringify({ measured, bias: byRelation(model.get("") ?? []), features: Object.fromEntries(features) }, undefined, 1)}\n`;
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

  const judgements: Judgements = new Map(
    foldsOf(documents).flatMap(({ kept, held }, fold) => {
      const looks = fitTwoLooks(kept, index);
      print(`fold ${fold + 1}`);
      return held.map((document) => [document, judge(document, looks, index)] as const);
    }),
  );
  const platt = fitPlatt(judgedOf(judgements));
  const curve = THRESHOLDS.map((listed) => ({
    listed: round(listed),
    ...figuresOf(documents, { judgements, platt, listed, redirects }),
  }));
  for (const figures of curve) print(JSON.stringify(rounded(figures)));
  const best = smoothedBest(curve);

  const looks = fitTwoLooks(documents, index);
  const dev = values.dev.map((file) => {
    const held = read(file);
    const judged = new Map(held.map((document) => [document, judge(document, looks, index)]));
    const figures = figuresOf(held, { judgements: judged, platt, listed: best.listed, redirects });
    print(`${file}: ${JSON.stringify(rounded(figures))}`);
    return { file: file.split("/").at(-1) ?? file, ...rounded(figures) };
  });
  const named = (names: Iterable<string>, model: { weights: Float64Array }) =>
    Object.fromEntries(
      [...names]
        .map((name, at) => [name, round(model.weights[at] ?? 0)] as const)
        .filter(([, weight]) => weight !== 0),
    );
  const weights = {
    listed: best.listed,
    measured: { crossValidated: rounded(best), dev },
    platt: rounded(platt),
    refine: { bias: round(looks.second.bias), features: named(REFINE_FEATURES, looks.second) },
    bias: round(looks.first.bias),
    features: named(index.keys(), looks.first),
  };
  writeFileSync(
    join(dirname(values.out), "weights-relation.json"),
    relationsJson(documents, { judgements, redirects }),
  );
  writeFileSync(values.out, `${JSON.stringify(weights, undefined, 1)}\n`);
};

main();
