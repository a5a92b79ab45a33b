import type { Split } from "../../../schema/vocabulary.ts";

const PATTERNS = [
  ["test", /\btest(?:ing)?[ -](?:split|set|subset|portion|data|partition|questions|problems)|测试集/i],
  ["validation", /\b(?:validation|dev(?:elopment)?)[ -](?:split|set|subset|portion|data|partition)|验证集/i],
  ["train", /\btrain(?:ing)?[ -](?:split|set|subset|portion|partition)|训练集/i],
] as const satisfies readonly (readonly [Split, RegExp])[];
const ALL =
  /\b(?:all|both|every|full|entire)\s+(?:the\s+)?(?:\w+\s+)?(?:splits|sets)\b|\btrain(?:ing)?(?:,| and| \+| \/)[\w\s,]{0,30}\btest (?:splits|sets)/i;

/**
 * The split of the source that a quote says was used, where it says so of one split alone. What the target's own
 * splits are called says nothing: the words must stand within `REACH` characters of the name.
 */
export const findSplit = (visible: string, start: number, end: number): Split | undefined => {
  const near = readNear(visible, start, end);
  if (ALL.test(near)) return "all";
  const found = PATTERNS.filter(([, pattern]) => pattern.test(near)).map(([split]) => split);
  return found.length === 1 ? found[0] : undefined;
};

/** Characters as a reader counts them: the address of a link is none. */
const REACH = 60;
/** Longest stretch with addresses that is looked through on either side. */
const LOOK = 400;
/** Where another paragraph, item or row begins. */
const NEXT_UNIT = /\n\s*(?:\n|[|*+-]|\d+[.)]\s)/;

const oneBlank = (text: string): string => text.replace(/\s+/g, " ");

const readNear = (visible: string, start: number, end: number): string => {
  const before =
    visible
      .slice(Math.max(0, start - LOOK), start)
      .split(NEXT_UNIT)
      .at(-1) ?? "";
  const after = visible.slice(end, end + LOOK).split(NEXT_UNIT)[0] ?? "";
  return oneBlank(before).slice(-REACH) + visible.slice(start, end) + oneBlank(after).slice(0, REACH);
};

const SUBSET =
  /(?:\bthe\s+)?["'`]?([\w][\w.+-]{1,40}(?: [\w.+-]{2,30}){0,2})["'`]?\s+(?:subsets?|portion|category|config(?:uration)?|partition|section)\s+(?:of|from|in)\s+(?:the\s+)?$/i;
const NO_SUBSET =
  /^(?:a|an|the|this|small|large|random|curated|filtered|diverse|selected|subset|whole|our|another|its|of|is|as|significant|high-quality|representative)\b/i;

/** The named part of the source that was used: "the algebra subset of X". */
export const findSubset = (visible: string, start: number): string | undefined => {
  const name = SUBSET.exec(visible.slice(Math.max(0, start - 120), start).replace(/\s+/g, " "))?.[1];
  return name === undefined || NO_SUBSET.test(name) ? undefined : name;
};
