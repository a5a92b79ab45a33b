import type { Block } from "../../../document/document-structure.ts";
import type { DocumentView } from "../document-view.ts";
import { unitAround } from "../document-view.ts";
import { knownKindOf, knownPhrases, plainKnownNames } from "../known-name-lists.ts";
import { toNameKey } from "../name-key.ts";
import { CONNECTORS, COMMON_CAPITALS, LANGUAGES, LEADING_WORDS, TRAILING_WORDS } from "./common-words.ts";
import type { Mention, MentionOrigin } from "./mention.ts";

const WORD = /[A-Za-z0-9\u00C0-\u024F\u0370-\u052F][\w\u00C0-\u024F\u0370-\u052F.+/'’&-]*/g;
const MAX_NAME_WORDS = 9;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Names inside sentences: runs of capitalised or mixed words, and known names however they are written. */
export const findProseMentions = (view: DocumentView): readonly Mention[] =>
  view.structure.blocks.flatMap((block, index) => {
    if (block.kind === "code" || block.kind === "comment" || block.kind === "rule") return [];
    const words = wordsOf(view, block);
    const runs = block.kind === "bibtex" ? [] : findRuns(view, words, block);
    return [...runs, ...findKnown(view, words)].map(({ start, end, origin }) => ({
      name: view.text.slice(start, end),
      start,
      end,
      outer: { start, end },
      origin,
      block: index,
      unit: unitAround(view, index, { start, end }),
      targetKind: "none" as const,
    }));
  });

const wordsOf = (view: DocumentView, block: Block): readonly Word[] =>
  [...view.visible.slice(block.start, block.end).matchAll(WORD)].map((match) => {
    const text = match[0].replace(/(?:'s|’s)?[.'’/&-]*$/, "");
    const start = block.start + match.index;
    return { text, start, end: start + text.length };
  });

interface Found {
  readonly start: number;
  readonly end: number;
  readonly origin: MentionOrigin;
}

/** Mixed case, capitals, or letters with digits: looks like a name wherever it stands. */
const isStrong = (word: string): boolean =>
  word.length > 1 &&
  (/\p{Ll}.*\p{Lu}|\p{Lu}.*\p{Lu}/u.test(word) || /^(?=.*\p{L})(?=.*\d)[\p{L}\d_.+/-]{3,}$/u.test(word)) &&
  !/^(?:\d+(?:\.\d+)?(?:k|m|b|t|x|st|nd|rd|th|gb|mb|kb|tb|hz|khz|px|ms|s|d|fps)|[a-z]+\/[a-z]+)$/i.test(word);
const isCapitalised = (word: string): boolean => /^\p{Lu}[\p{L}’'-]*$/u.test(word);
const isNumber = (word: string): boolean => /^v?\d+(?:\.\d+)*$/.test(word);

const findRuns = (view: DocumentView, words: readonly Word[], block: Block): readonly Found[] => {
  const runs: Found[] = [];
  let index = 0;
  while (index < words.length) {
    const end = runEnd(view, words, index);
    if (end === index) {
      index += 1;
      continue;
    }
    const run = trimRun(words.slice(index, end));
    if (isNameRun(view, run, block)) runs.push(toFound(run));
    index = end;
  }
  return runs;
};

const toFound = (run: readonly Word[]): Found => ({
  start: run[0]?.start ?? 0,
  end: run.at(-1)?.end ?? 0,
  origin: "name",
});

/** Index after the run of name words that starts at `from`; `from` itself when none does. */
const runEnd = (view: DocumentView, words: readonly Word[], from: number): number => {
  let end = from;
  let next = from;
  while (next < words.length && next - from < MAX_NAME_WORDS) {
    const word = words[next];
    const before = words[next - 1];
    if (word === undefined) break;
    if (next > from && before !== undefined && !isOneSpace(view.visible.slice(before.end, word.start))) break;
    const isNameWord =
      isStrong(word.text) || isCapitalised(word.text) || (next === end && next > from && isNumber(word.text));
    if (isNameWord) end = next + 1;
    else if (next === from || !joins(words, next)) break;
    next += 1;
  }
  return end;
};

/** Whether a small word holds two parts of one name together; "and" joins plain words only: "MATH and GSM8K" are two. */
const joins = (words: readonly Word[], at: number): boolean => {
  const word = words[at]?.text ?? "";
  if (!CONNECTORS.has(word)) return false;
  if (word !== "and" && word !== "&") return true;
  const [left, right] = [words[at - 1]?.text ?? "", words[at + 1]?.text ?? ""];
  return [left, right].every(
    (side) => isCapitalised(side) && !isStrong(side) && knownKindOf(toNameKey(side)) === undefined,
  );
};

const isOneSpace = (gap: string): boolean => /^(?: |\r?\n[ \t]*)$/.test(gap);

const trimRun = (run: readonly Word[]): readonly Word[] => {
  let start = 0;
  let end = run.length;
  while (start < end && LEADING_WORDS.has(run[start]?.text.toLowerCase() ?? "")) start += 1;
  if (end - start > 1 && LANGUAGES.has(run[start]?.text ?? "") && isStrong(run[start + 1]?.text ?? ""))
    start += 1;
  while (end > start && TRAILING_WORDS.has(run[end - 1]?.text.toLowerCase() ?? "")) end -= 1;
  return run.slice(start, end);
};

const isNameRun = (view: DocumentView, run: readonly Word[], block: Block): boolean => {
  const first = run[0];
  if (first === undefined) return false;
  if (run.length > 1) return run.some((word) => isStrong(word.text) || isCapitalised(word.text));
  if (isStrong(first.text)) return !COMMON_CAPITALS.has(first.text.toUpperCase());
  return isCapitalised(first.text) && first.text.length > 2 && !startsSentence(view, first.start, block);
};

const startsSentence = (view: DocumentView, at: number, block: Block): boolean => {
  const before = view.visible.slice(Math.max(block.content.start, at - 6), at).trimEnd();
  return before === ""
    ? at - block.content.start < 6 || view.visible[at - 1] === "\n"
    : /[.!?:。]$/.test(before);
};

/** Known names of datasets and sites, of up to their own number of words. */
const findKnown = (view: DocumentView, words: readonly Word[]): readonly Found[] =>
  words.flatMap((word, index) => {
    const phrases = knownPhrases.get(word.text.toLowerCase());
    const phrase = phrases?.find(
      (each) =>
        each.every((part, offset) => words[index + offset]?.text.toLowerCase() === part) &&
        !(each[0] === "the" && word.text === "the"),
    );
    const last = words[index + (phrase?.length ?? 1) - 1];
    if (phrase === undefined || last === undefined) return [];
    if (/\S|\s{3}/.test(view.visible.slice(word.start, last.end).replace(/\S+ ?\n?/g, ""))) return [];
    // The longest known name counts: "Amazon Mechanical Turk" is not Amazon.
    const kind = knownKindOf(toNameKey(phrase.join(" ")));
    if (kind === undefined || kind === "model" || kind === "tool" || kind === "other") return [];
    const isPlain = words
      .slice(index, index + phrase.length)
      .every(({ text }) => text === text.toLowerCase());
    if (isPlain && !plainKnownNames.has(toNameKey(phrase.join(" ")))) return [];
    return [{ start: word.start, end: last.end, origin: "known-name" as const }];
  });
