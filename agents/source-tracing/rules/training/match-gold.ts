import { toNameKey } from "../name-key.ts";
import type { GoldSource } from "./gold.ts";

/** A predicted source, as far as matching goes. */
export interface Predicted {
  readonly name: string;
  readonly hubId?: string;
}

/** Legacy ids in lower case, with the ids that they lead to today. */
export type Redirects = ReadonlyMap<string, string>;

const canonical = (id: string | null | undefined, redirects: Redirects): string => {
  const key = (id ?? "").trim().toLowerCase();
  return redirects.get(key) ?? key;
};

const keys = (name: string, id: string | null | undefined): ReadonlySet<string> =>
  new Set([toNameKey(name), toNameKey(id ?? "")].filter((key) => key !== ""));

const lastPart = (id: string): string => toNameKey(id);

/**
 * Whether a prediction means a labelled source: equal ids, or equal name keys without contradicting owners; where the
 * label has no id, one name that contains the other is enough.
 */
export const matchesGold = (predicted: Predicted, gold: GoldSource, redirects: Redirects): boolean => {
  const predictedId = canonical(predicted.hubId, redirects);
  const goldId = canonical(gold.hf_id, redirects);
  if (predictedId !== "" && predictedId === goldId) return true;
  const own = keys(predicted.name, predicted.hubId);
  const theirs = keys(gold.name, gold.hf_id);
  if ([...own].some((key) => theirs.has(key))) {
    const ownersDiffer = predictedId.split("/")[0] !== goldId.split("/")[0];
    return !(
      predictedId !== "" &&
      goldId !== "" &&
      ownersDiffer &&
      lastPart(predictedId) !== lastPart(goldId)
    );
  }
  if (goldId !== "") return false;
  return [...own].some((left) =>
    [...theirs].some(
      (right) => left.length >= 4 && right.length >= 4 && (left.includes(right) || right.includes(left)),
    ),
  );
};

export interface DocumentScore {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly isNegative: boolean;
  /** Predicted and labelled pairs of relations of the sources found. */
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** Scores one document; undefined when all of its labels are arguable, which says nothing. */
export const scoreDocument = (
  predictions: readonly Predicted[],
  labels: readonly GoldSource[],
  redirects: Redirects,
): DocumentScore | undefined => {
  const sure = labels.filter((label) => label.certainty === "sure");
  const arguable = labels.filter((label) => label.certainty !== "sure");
  const hit = sure.map(() => false);
  const wrong: string[] = [];
  for (const predicted of predictions) {
    const matches = sure.flatMap((label, index) => (matchesGold(predicted, label, redirects) ? [index] : []));
    const index = matches.find((each) => hit[each] === false);
    if (index !== undefined) hit[index] = true;
    else if (matches.length === 0 && !arguable.some((label) => matchesGold(predicted, label, redirects))) {
      wrong.push(predicted.hubId ?? predicted.name);
    }
  }
  const missed = sure.flatMap((label, index) => (hit[index] === true ? [] : [label.name]));
  if (sure.length === 0 && arguable.length > 0) return undefined;
  if (sure.length === 0) {
    const f1 = wrong.length === 0 ? 1 : 0;
    return { f1, precision: f1, recall: 1, isNegative: true, wrong, missed };
  }
  const found = sure.length - missed.length;
  const precision = found + wrong.length === 0 ? 0 : found / (found + wrong.length);
  const recall = found / sure.length;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { f1, precision, recall, isNegative: false, wrong, missed };
};
