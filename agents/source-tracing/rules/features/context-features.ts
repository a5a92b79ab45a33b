import type { Mention } from "../candidates/mention.ts";
import { readAfter, readBefore, readingDistance } from "../document-view.ts";
import type { DocumentView } from "../document-view.ts";
import { CUE_NAMES } from "./cue-lexicon.ts";
import type { Cue } from "./cue-lexicon.ts";
import type { CueHit } from "./find-cues.ts";
import { stanceFeatures } from "./stance-features.ts";
import type { Surroundings } from "./surroundings.ts";

/** Distances in characters within which a cue is near a name, or beside it. */
const BESIDE = 30;
const NEAR = 90;
/** Distance within which a sentence is searched for an outright statement. */
const REACH = 250;

const PREPOSITIONS = new Set(
  "from of on in with by to for as at into like than using via and or the a an this that these those our original both is are between within through under over against following see per".split(
    " ",
  ),
);
const NEXT_WORDS = new Set(
  "dataset datasets corpus corpora data benchmark benchmarks paper model models for with is was are were has and or by in to from on as which that collection subset split splits dump articles questions prompts problems set sets website forum task tasks repository repo library format style api test train training validation evaluation et al license team project".split(
    " ",
  ),
);

const BUILT = new Set(
  "derive base collect compile source extract sample subset filter merge include translate convert adapt extend annotate generate distill seed crawl version".split(
    " ",
  ),
);
const AGAINST = new Set(
  "evaluate compare cite train decontaminate deny licence thanks inspired usage".split(" "),
);

/** Feature names are made once: making them anew for every mention took a fifth of the time. */
const named = (prefix: string): Readonly<Record<Cue, string>> => {
  const names: Partial<Record<Cue, string>> = {};
  for (const cue of CUE_NAMES) names[cue] = `${prefix}:${cue}`;
  return names as Record<Cue, string>;
};
const UNIT = named("unit");
const LEFT = named("left");
const BEFORE = named("before");
const AFTER = named("after");
const INTRO = named("intro");
const PREVIOUS = named("previous");
const TRAINED: ReadonlySet<string> = new Set(["train", "model"]);

/** Features of the words, sentences and headings around a mention. */
export const contextFeatures = (
  view: DocumentView,
  mention: Mention,
  around: Surroundings,
): readonly string[] => {
  const left = around.cues.filter((cue) => cue.end <= around.head);
  const right = around.cues.filter((cue) => cue.start >= mention.outer.end);
  const features = new Set<string>();
  for (const { cue } of around.cues) features.add(UNIT[cue]);
  for (const cue of left) {
    if (readingDistance(view, cue.end, around.head) <= NEAR) features.add(LEFT[cue.cue]);
    if (readingDistance(view, cue.end, around.head) <= BESIDE) features.add(BEFORE[cue.cue]);
  }
  for (const cue of right)
    if (readingDistance(view, mention.outer.end, cue.start) <= BESIDE) features.add(AFTER[cue.cue]);
  for (const { cue } of around.intro) features.add(INTRO[cue]);
  for (const { cue } of around.previous) features.add(PREVIOUS[cue]);
  for (const kind of around.nearestSection) features.add(`under:${kind}`);
  for (const kind of around.sections) features.add(`section:${kind}`);
  for (const kind of around.column) features.add(`column:${kind}`);
  for (const feature of neighbourFeatures(view, mention, around)) features.add(feature);
  const before = readBefore(view, { start: around.from, end: around.head }, REACH);
  const after = readAfter(view, { start: mention.outer.end, end: around.to }, REACH);
  for (const feature of stanceFeatures(before, after)) features.add(feature);
  for (const feature of conjunctions(view, mention, { around, left, right })) features.add(feature);
  return [...features];
};

const neighbourFeatures = (view: DocumentView, mention: Mention, around: Surroundings): readonly string[] => {
  const before = readBefore(view, { start: around.from, end: around.head }, 30).toLowerCase();
  const after = readAfter(view, { start: mention.outer.end, end: around.to }, 30).toLowerCase();
  const features: string[] = [];
  const last = /([\p{L}]+)[^\p{L}\p{N}.;:]*$/u.exec(before)?.[1];
  if (last !== undefined && PREPOSITIONS.has(last)) features.push(`word-before:${last}`);
  const lastButOne = /([\p{L}]+)\s+(?:the|a|an|our|original|this|these|both)\s*$/u.exec(before)?.[1];
  if (lastButOne !== undefined && PREPOSITIONS.has(lastButOne)) features.push(`word-before:${lastButOne}`);
  if (/[:：]\s*$/.test(before)) features.push("word-before:colon");
  if (/\(\s*$/.test(before)) features.push("word-before:bracket");
  if (before.trim() === "") features.push("unit-start");
  const next = /^[^\p{L}\p{N}.;:]*([\p{L}]+)/u.exec(after)?.[1];
  if (next !== undefined && NEXT_WORDS.has(next)) features.push(`word-after:${next}`);
  if (/^\s*[:：]/.test(after)) features.push("word-after:colon");
  if (/^\s*\(/.test(after)) features.push("word-after:bracket");
  if (/^[\s(,]*(?:[a-z]+ et al|\(?[^()]{0,40}(?:19|20)\d\d\w?\))/.test(after)) features.push("cited-here");
  if (after.trim() === "") features.push("unit-end");
  const length = mention.unit.end - mention.unit.start;
  features.push(length < 60 ? "unit:short" : length > 300 ? "unit:long" : "unit:medium");
  if (around.enumerated >= 2) features.push("enumerated");
  if (around.enumerated >= 4) features.push("enumerated:many");
  return features;
};

const has = (hits: readonly CueHit[], set: ReadonlySet<string>): boolean =>
  hits.some((hit) => set.has(hit.cue));

interface Sides {
  readonly around: Surroundings;
  readonly left: readonly CueHit[];
  readonly right: readonly CueHit[];
}

const conjunctions = (view: DocumentView, mention: Mention, sides: Sides): readonly string[] => {
  const { around, left, right } = sides;
  const features: string[] = [];
  const builtLeft = left.some(
    (hit) => BUILT.has(hit.cue) && readingDistance(view, hit.end, around.head) <= NEAR,
  );
  const against = has(around.cues, AGAINST);
  const built = has(around.cues, BUILT);
  const own = around.cues.some((hit) => hit.cue === "own");
  if (builtLeft) features.push("built-left");
  if (builtLeft && !against) features.push("built-left:clean");
  if (builtLeft && own) features.push("built-left:own");
  if (builtLeft && has(around.cues, TRAINED)) features.push("built-left:trained");
  if (built && !builtLeft) features.push("built-elsewhere");
  if (has(right, BUILT)) features.push("built-right");
  if (against && !built) features.push("against-only");
  if (!built && !against) features.push("no-cue");
  const inSource = around.sections.some((kind) => kind === "source" || kind === "original");
  if (inSource && mention.origin !== "name") features.push(`source-section:${mention.origin}`);
  if (inSource && builtLeft) features.push("source-section:built");
  const introBuilt = has(around.intro, BUILT);
  if (introBuilt) features.push(`intro-built:${mention.origin}`);
  if (introBuilt && mention.targetKind !== "none") features.push(`intro-built:${mention.targetKind}`);
  if (around.groupSize >= 3) features.push("group:3");
  if (around.groupSize >= 8) features.push("group:8");
  if (around.columnIndex >= 0) features.push(around.columnIndex === 0 ? "column:first" : "column:later");
  return features;
};
