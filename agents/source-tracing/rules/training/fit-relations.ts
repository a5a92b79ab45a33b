import { RELATIONS } from "../../../../schema/vocabulary.ts";
import type { Relation } from "../../../../schema/vocabulary.ts";
import { findModelClaims } from "../models.ts";
import { documentUseFeatures, relationFeatures, SURE_MODEL } from "../relation-features.ts";
import type { Judgement } from "./fit-two-looks.ts";
import type { LabelledDocument } from "./labelled-bags.ts";
import { matchesGold } from "./match-gold.ts";
import type { Redirects } from "./match-gold.ts";
import { minimise } from "./minimise.ts";

/** The relations that labels tell apart: a merge is labelled as inclusion. */
export const LABELLED_RELATIONS: readonly Relation[] = RELATIONS.filter((relation) => relation !== "fusion");

export interface RelationRow {
  readonly features: readonly string[];
  readonly relation: Relation;
  readonly isSure: boolean;
  readonly weight: number;
}

/** The labelled sources of a document that were found, with what tells their relation. */
export const relationRows = (
  document: LabelledDocument,
  { looked }: Judgement,
  redirects: Redirects,
): readonly RelationRow[] => {
  const roles = findModelClaims(document.view.structure, document.input).filter(
    ({ score }) => score >= SURE_MODEL,
  );
  const ofDocument = documentUseFeatures(
    document.view,
    roles.map(({ role }) => role),
  );
  const rows = document.candidates.flatMap((candidate, at) => {
    const best = looked[at]?.measured;
    if (best === undefined || document.labels[at] === "other") return [];
    const hubId = candidate.hubId === undefined ? {} : { hubId: candidate.hubId };
    const label = document.sources.find((source) =>
      candidate.mentions.some(({ mention }) =>
        matchesGold({ name: mention.name, ...hubId }, source, redirects),
      ),
    );
    if (label?.relationship === undefined || label.relationship === null) return [];
    const features = relationFeatures(ofDocument, best.features);
    return [{ features, relation: label.relationship, isSure: label.certainty === "sure" }];
  });
  const weight = 1 / Math.sqrt(Math.max(1, rows.length));
  return rows.map((row) => ({ ...row, weight: row.isSure ? weight : weight / 2 }));
};

/** Weights by feature, one for each labelled relation; the empty name holds the biases. */
export type RelationModel = ReadonlyMap<string, readonly number[]>;

const MIN_ROWS = 5;
const RIDGE = 3;
const ROUNDS = 200;
const STEP = 0.05;

/** Multinomial logistic regression with a ridge towards zero. */
export const fitRelations = (rows: readonly RelationRow[]): RelationModel => {
  const counts = new Map<string, number>();
  for (const { features } of rows) for (const each of features) counts.set(each, (counts.get(each) ?? 0) + 1);
  const names = [...counts]
    .filter(([, count]) => count >= MIN_ROWS)
    .map(([name]) => name)
    .toSorted();
  const index = new Map(names.map((name, at) => [name, at]));
  const width = names.length + 1;
  const indexed = rows.map((row) => ({
    at: [...row.features.flatMap((feature) => index.get(feature) ?? []), names.length],
    right: LABELLED_RELATIONS.indexOf(row.relation),
    weight: row.weight,
  }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const start = new Float64Array(width * LABELLED_RELATIONS.length);
  const parameters = minimise({ start, rounds: ROUNDS, step: STEP }, (current) => {
    const gradient = current.map((value, at) => (at % width === names.length ? 0 : RIDGE * value));
    for (const row of indexed) {
      const shares = softmax(
        LABELLED_RELATIONS.map((_, k) => row.at.reduce((sum, at) => sum + (current[k * width + at] ?? 0), 0)),
      );
      shares.forEach((share, k) => {
        const error = (share - Number(k === row.right)) * row.weight;
        for (const at of row.at) gradient[k * width + at] = (gradient[k * width + at] ?? 0) + error;
      });
    }
    return gradient.map((slope) => slope / total);
  });
  return new Map(
    ["", ...names].map((name) => {
      const at = name === "" ? names.length : (index.get(name) ?? 0);
      return [name, LABELLED_RELATIONS.map((_, k) => parameters[k * width + at] ?? 0)];
    }),
  );
};

const softmax = (values: readonly number[]): readonly number[] => {
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const sum = powers.reduce((left, right) => left + right, 0);
  return powers.map((power) => power / sum);
};

export const predictRelation = (model: RelationModel, features: readonly string[]): Relation => {
  const scores = LABELLED_RELATIONS.map((_, k) =>
    ["", ...features].reduce((sum, feature) => sum + (model.get(feature)?.[k] ?? 0), 0),
  );
  return LABELLED_RELATIONS[scores.indexOf(Math.max(...scores))] ?? "inclusion";
};
