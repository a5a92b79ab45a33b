/**
 * Fits model-weights.json. Run by hand: `npx tsx agents/source-tracing/rules/model-train.ts GOLD.jsonl MIRROR [--write]`.
 * Prints micro F1 on held-out folds (whole documents) for several thresholds, then, with --write, fits on all.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DatasetId } from "../../../schema/ids.ts";
import { parseStructure } from "../../document/parse-structure.ts";
import { modelFeatures } from "./model-features.ts";
import { fitWeights, type FitExample } from "./model-fit.ts";
import { findModelMentions, type ModelMention } from "./model-mentions.ts";
import prior from "./model-prior.json" with { type: "json" };
import { modelScore, type ModelWeights } from "./model-score.ts";
import { describeSurroundings } from "./model-surroundings.ts";
import { toNameKey } from "./name-key.ts";

const GoldModel = z.object({
  name: z.string(),
  hf_id: z.string().nullable(),
  evidence: z.string(),
  certainty: z.string(),
});
type GoldModel = z.infer<typeof GoldModel>;
const GoldLine = z.object({ doc: z.string(), target: z.string().nullable(), models: z.array(GoldModel) });

interface Item {
  readonly key: string;
  readonly features: readonly string[];
  /** Key of the sure gold model that the mention means, or why it counts neither way. */
  readonly gold: string | undefined;
  readonly isNeutral: boolean;
  readonly isEvidence: boolean;
}

interface LabelledDocument {
  readonly items: readonly Item[];
  readonly wanted: ReadonlySet<string>;
}

const PULL = 5;
const FOLDS = 10;
const THRESHOLDS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.6];
const squash = (text: string): string => text.replace(/\s+/g, " ").trim();

const keysOf = (name: string, id: string | null | undefined): readonly string[] =>
  [toNameKey(name), toNameKey(id ?? "")].filter((key) => key !== "");

const isPartOf = (a: string, b: string): boolean =>
  a.length >= 4 && b.length >= 4 && (a.includes(b) || b.includes(a));

const isSame = (mention: ModelMention, gold: GoldModel): boolean => {
  const said = keysOf(mention.name, mention.hubId);
  const wanted = keysOf(gold.name, gold.hf_id);
  if (said.some((key) => wanted.includes(key))) return true;
  return gold.hf_id === null && said.some((key) => wanted.some((other) => isPartOf(key, other)));
};

const isQuoted = (unit: string, evidence: string): boolean =>
  evidence.includes(unit.slice(0, 80)) || unit.includes(evidence.slice(0, 60));

const readDocument = (line: string, root: string): LabelledDocument => {
  const gold = GoldLine.parse(JSON.parse(line));
  const text = readFileSync(join(root, gold.doc), "utf8");
  const structure = parseStructure(text, gold.doc.startsWith("arxiv/") ? "paper" : "card");
  const mentions = findModelMentions(structure);
  const around = describeSurroundings(structure, DatasetId.parse(gold.target ?? "name:unknown"), mentions);
  const items = mentions.map((mention): Item => {
    const same = gold.models.filter((model) => isSame(mention, model));
    const sure = same.filter(({ certainty }) => certainty === "sure");
    const unit = squash(text.slice(mention.unit.start, mention.unit.end));
    return {
      key: toNameKey(mention.name),
      features: modelFeatures(mention, around(mention)),
      gold: sure[0] === undefined ? undefined : toNameKey(sure[0].name),
      isNeutral: same.length > 0 && sure.length === 0,
      isEvidence: sure.some(({ evidence }) => isQuoted(unit, squash(evidence))),
    };
  });
  const sure = gold.models.filter(({ certainty }) => certainty === "sure");
  return { items, wanted: new Set(sure.map(({ name }) => toNameKey(name))) };
};

/** Mentions of a right name outside the gold's evidence say nothing, those of an arguable one neither. */
const examplesOf = ({ items }: LabelledDocument): readonly FitExample[] =>
  items.flatMap(({ key, features, gold, isNeutral, isEvidence }) => {
    if (isNeutral || (gold !== undefined && !isEvidence)) return [];
    const mentions = items.filter((item) => item.key === key).length;
    return [{ features, isUse: isEvidence, weight: 1 / Math.sqrt(mentions) }];
  });

interface Scored {
  readonly document: LabelledDocument;
  /** Best score of each name, with the gold model that it means. */
  readonly names: ReadonlyMap<
    string,
    { readonly score: number; readonly gold: string | undefined; readonly isNeutral: boolean }
  >;
}

const scoreDocument = (document: LabelledDocument, weights: ModelWeights): Scored => {
  const names = new Map<string, { score: number; gold: string | undefined; isNeutral: boolean }>();
  for (const { key, features, gold, isNeutral } of document.items) {
    const score = modelScore(features, weights);
    if (score > (names.get(key)?.score ?? -1)) names.set(key, { score, gold, isNeutral });
  }
  return { document, names };
};

const summarise = (scored: readonly Scored[], threshold: number): string => {
  let found = 0;
  let wrong = 0;
  let wanted = 0;
  for (const { document, names } of scored) {
    const kept = [...names.values()].filter(({ score }) => score >= threshold);
    found += new Set(kept.flatMap(({ gold }) => gold ?? [])).size;
    wrong += kept.filter(({ gold, isNeutral }) => gold === undefined && !isNeutral).length;
    wanted += document.wanted.size;
  }
  const f1 = (2 * found) / (found + wrong + wanted);
  return `threshold ${threshold}: F1 ${f1.toFixed(3)}, found ${found} of ${wanted}, wrong ${wrong}`;
};

const holdOut = (documents: readonly LabelledDocument[]): readonly Scored[] =>
  Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const inFold = (at: number) => at % FOLDS === fold;
    const weights = fitWeights(documents.filter((_, at) => !inFold(at)).flatMap(examplesOf), {
      prior,
      pull: PULL,
    });
    return documents.filter((_, at) => inFold(at)).map((document) => scoreDocument(document, weights));
  });

const [goldPath, root] = process.argv.slice(2);
if (goldPath === undefined || root === undefined)
  throw new Error("usage: model-train.ts GOLD.jsonl MIRROR [--write]");
const lines = readFileSync(goldPath, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "");
const documents = lines.map((line) => readDocument(line, root));
const heldOut = holdOut(documents);
for (const threshold of THRESHOLDS) process.stdout.write(`held out, ${summarise(heldOut, threshold)}\n`);
if (process.argv.includes("--write")) {
  const weights = fitWeights(documents.flatMap(examplesOf), { prior, pull: PULL });
  writeFileSync(join(import.meta.dirname, "model-weights.json"), `${JSON.stringify(weights, null, 2)}\n`);
}
