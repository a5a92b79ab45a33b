import type { ClearingClaim } from "../../../schema/claim.ts";
import type {
  Block,
  DocumentStructure,
  Link,
  Sentence,
  TextSpan,
} from "../../document/document-structure.ts";
import { findBenchmarkNames, type BenchmarkName } from "./clearing-benchmarks.ts";
import { findGovernedNames } from "./clearing-governed-names.ts";
import { clearedSplit, clearingForce, deniesClearing, isCleanedSource, isExcepted } from "./clearing-cues.ts";
import { quoteAround } from "./model-quote.ts";
import { firstSpanAfter } from "./model-span-search.ts";
import { toNameKey } from "./name-key.ts";
import type { RuleInput } from "./rule-input.ts";
import { toVisibleText } from "./visible-text.ts";

interface Page {
  readonly structure: DocumentStructure;
  /** The text without markup, at the same offsets. */
  readonly visible: string;
  readonly targetKey: string;
}

/** A name that a clearing statement covers. */
interface Cleared {
  readonly name: BenchmarkName;
  /** What is quoted: the statement, or the item or row that it introduces. */
  readonly unit: TextSpan;
  /** The sentence that clears: tells the split. */
  readonly statement: TextSpan;
  readonly force: number;
}

/**
 * The benchmarks that the document says its data was decontaminated against or keeps out, one claim for each name and
 * split, best first. A sentence that denies, plans or recommends it gives none.
 */
export const findClearingClaims = (
  structure: DocumentStructure,
  { target }: RuleInput,
): readonly ClearingClaim[] => {
  const page = { structure, visible: toVisibleText(structure), targetKey: toNameKey(target) };
  const cleared = [...clearedInSentences(page), ...clearedInGroups(page)];
  const best = new Map<string, ClearingClaim>();
  for (const one of cleared) {
    const claim = toClaim(page, one);
    const key = `${toNameKey(claim.name)} ${claim.split ?? ""}`;
    if (claim.score > (best.get(key)?.score ?? 0)) best.set(key, claim);
  }
  const claims = [...best.values()];
  return withoutVaguer(claims).toSorted((a, b) => b.score - a.score);
};

/** A claim without a split is dropped where another of the same name has one. */
const withoutVaguer = (claims: readonly ClearingClaim[]): readonly ClearingClaim[] => {
  const withSplit = new Set(
    claims.flatMap(({ name, split }) => (split === undefined ? [] : [toNameKey(name)])),
  );
  return claims.filter(({ name, split }) => split !== undefined || !withSplit.has(toNameKey(name)));
};

const namesIn = (page: Page, span: TextSpan): readonly BenchmarkName[] =>
  findBenchmarkNames(page.visible.slice(span.start, Math.min(span.end, span.start + MAX_SENTENCE)))
    .slice(0, MAX_NAMES)
    .map((name) => ({ name: name.name, start: name.start + span.start, end: name.end + span.start }))
    .filter(({ name, start, end }) => isOther(page, name) && page.structure.text.slice(start, end) === name);

/** Names of benchmarks by list or build, links to datasets, and names that the sentence's own words govern. */
const namesGovernedIn = (page: Page, span: TextSpan): readonly BenchmarkName[] => {
  const sentence = page.visible.slice(span.start, Math.min(span.end, span.start + MAX_SENTENCE));
  const governed = findGovernedNames(sentence)
    .map(({ name, start, end }) => ({ name, start: start + span.start, end: end + span.start }))
    .filter(({ name, start, end }) => isOther(page, name) && page.structure.text.slice(start, end) === name);
  return joinNames(joinNames(namesIn(page, span), linkedIn(page, span)), governed);
};

/** The anchors of links to datasets of the Hub. */
const linkedIn = (page: Page, span: TextSpan): readonly BenchmarkName[] => {
  const { links, text } = page.structure;
  const first = firstSpanAfter(links, span.start);
  return links
    .slice(first, first + MAX_NAMES)
    .filter(
      (link) => link.start < span.end && link.anchorEnd > link.anchorStart && HUB_DATASET.test(link.url),
    )
    .map((link) => ({
      name: text.slice(link.anchorStart, link.anchorEnd).replace(/^[`*_]+|[`*_]+$/g, ""),
      start: link.anchorStart,
      end: link.anchorEnd,
    }))
    .map(({ name, start }) => {
      const at = text.indexOf(name, start);
      return { name, start: at, end: at + name.length };
    })
    .filter(({ name }) => name !== "" && name.length <= 100 && isOther(page, name));
};

const isOther = ({ targetKey }: Page, name: string): boolean => toNameKey(name) !== targetKey;

/** The first list and what of the second does not overlap it. */
const joinNames = (
  names: readonly BenchmarkName[],
  more: readonly BenchmarkName[],
): readonly BenchmarkName[] => [
  ...names,
  ...more.filter((one) => !names.some(({ start, end }) => one.start < end && start < one.end)),
];

/** Longer sentences (text without full stops) are read to here only, and at most MAX_NAMES names are taken from one. */
const MAX_SENTENCE = 2000;
const MAX_NAMES = 60;
/** How far around a name its split and exceptions are looked for. */
const REACH = 300;

const clearedInSentences = (page: Page): readonly Cleared[] => {
  const { sentences } = page.structure;
  return sentences.flatMap((sentence, index) => {
    const text = page.visible.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
    const force = clearingForce(text);
    if (force === undefined) return [];
    const own = namesGovernedIn(page, sentence).filter(({ start }) => {
      const before = page.visible.slice(Math.max(sentence.start, start - REACH), start);
      return !isCleanedSource(before) && !isExcepted(before);
    });
    if (own.length > 0) return own.map((name) => ({ name, unit: sentence, statement: sentence, force }));
    return clearedBefore(page, { sentence, before: sentences[index - 1], force });
  });
};

interface Neighbours {
  readonly sentence: Sentence;
  readonly before: Sentence | undefined;
  readonly force: number;
}

const REFERS_BACK = /\b(?:test(?:ing)? sets?|evaluation|benchmarks?|these|them|their|decon)/i;
const IS_EVALUATION = /\b(?:evaluat\w*|benchmarks?|test|training sets?|assess\w*)\b/i;

/** "Augmented from GSM8K's training set. None of it is from the test set." clears what the sentence before names. */
const clearedBefore = (page: Page, { sentence, before, force }: Neighbours): readonly Cleared[] => {
  if (before === undefined || before.block !== sentence.block) return [];
  const text = page.visible.slice(before.start, before.end);
  if (!REFERS_BACK.test(page.visible.slice(sentence.start, sentence.end)) || !IS_EVALUATION.test(text))
    return [];
  if (deniesClearing(text)) return [];
  const unit = { start: before.start, end: sentence.end };
  return namesIn(page, before).map((name) => ({ name, unit, statement: sentence, force: force - 0.15 }));
};

const MAX_ITEM = 160;
const MAX_GROUP = 60;
const ABOUT_CLEARING = /\bde-?contaminat|\bcontaminat|\boverlap with|去污染/i;

/** Items of a list and cells of a table that a clearing statement, or a heading about it, introduces. */
const clearedInGroups = (page: Page): readonly Cleared[] => {
  const { blocks } = page.structure;
  const forces = new Map<number, number>();
  const counts = new Map<number, number>();
  return blocks.flatMap((block, index) => {
    if (block.kind !== "list-item" && block.kind !== "table-row" && block.kind !== "table-header") return [];
    const count = (counts.get(block.group) ?? 0) + 1;
    counts.set(block.group, count);
    if (count === 1) forces.set(block.group, introducedForce(page, block, blocks[index - 1]));
    const force = forces.get(block.group) ?? 0;
    if (force === 0 || count > MAX_GROUP) return [];
    const isRow = block.kind !== "list-item";
    const text = page.visible.slice(block.start, block.end).trim();
    if ((!isRow && text.length > MAX_ITEM) || deniesClearing(text)) return [];
    const names = joinNames(namesIn(page, block.content), linkedIn(page, block.content));
    return names.map((name) => ({ name, unit: block, statement: block, force }));
  });
};

const introducedForce = (page: Page, block: Block, above: Block | undefined): number => {
  const heading = block.section.at(-1) ?? "";
  const isAbout = ABOUT_CLEARING.test(heading) && !deniesClearing(heading);
  if (above === undefined || above.kind === "heading") return isAbout ? 0.6 : 0;
  const text = page.visible.slice(Math.max(above.start, above.end - 400), above.end).trimEnd();
  if (deniesClearing(text)) return 0;
  const last = text.split(/(?<=[.!?。])\s+/).at(-1) ?? text;
  const force = clearingForce(block.kind === "list-item" ? last : text);
  if (force !== undefined && (/[:：]$/.test(text) || isAbout || block.kind !== "list-item"))
    return force - 0.1;
  return 0;
};

const linkAt = (links: readonly Link[], name: TextSpan): Link | undefined => {
  const link = links[firstSpanAfter(links, name.start)];
  return link !== undefined && link.anchorStart <= name.start && name.end <= link.anchorEnd
    ? link
    : undefined;
};

/** The document's one link to a dataset that goes by the name, or whose own name begins with it: "the Rivers test set" of Rivers Exam. */
const linkOfName = (links: readonly Link[], name: string): Link | undefined => {
  const key = toNameKey(name);
  if (key.length < MIN_KEY) return undefined;
  const named = links.filter(({ url, text }) => HUB_DATASET.test(url) && toNameKey(text).startsWith(key));
  const same = named.filter(({ text }) => toNameKey(text) === key);
  const [first, ...others] = same.length > 0 ? same : named;
  return others.every(({ url }) => url === first?.url) ? first : undefined;
};

/** Shorter keys begin too many names. */
const MIN_KEY = 4;

const HUB_DATASET =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\/([\w.-]{1,96}\/[\w.-]{1,96})(?:[/?#]|$)/i;

const toClaim = (page: Page, { name, unit, statement, force }: Cleared): ClearingClaim => {
  const { structure, visible } = page;
  const span = quoteAround(structure.text, unit, name);
  const link = (linkAt(structure.links, name) ?? linkOfName(structure.links, name.name))?.url;
  const hubId =
    (link === undefined ? undefined : HUB_DATASET.exec(link)?.[1]) ??
    (name.name.includes("/") ? name.name : undefined);
  const split =
    statement.start <= name.start
      ? clearedSplit(
          visible.slice(Math.max(statement.start, name.start - REACH), name.start),
          visible.slice(name.end, Math.min(statement.end, name.end + REACH)),
        )
      : clearedSplit("", visible.slice(statement.start, Math.min(statement.end, statement.start + REACH)));
  return {
    kind: "clearing",
    name: name.name,
    quote: structure.text.slice(span.start, span.end),
    span,
    tracer: "rules",
    score: force,
    ...(link !== undefined && { link }),
    ...(hubId !== undefined && { hubId }),
    ...(split !== undefined && { split }),
  };
};
