import { CHINESE_CUES, CUES } from "./cue-lexicon.ts";
import type { Cue } from "./cue-lexicon.ts";

/** One occurrence of a cue; offsets are those of the text that was searched plus `base`. */
export interface CueHit {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
}

interface Phrase {
  readonly cue: Cue;
  readonly words: readonly string[];
}

const WORD = /[a-z0-9](?:[a-z0-9'’.-]*[a-z0-9])?/g;
const HAS_CHINESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

const phrasesByFirstWord = ((): ReadonlyMap<string, readonly Phrase[]> => {
  const map = new Map<string, Phrase[]>();
  for (const [cue, list] of Object.entries(CUES) as [Cue, string][]) {
    for (const phrase of list.split("|")) {
      const words = phrase.split(" ").map((word) => word.replace(/\.$/, ""));
      const first = words[0] ?? "";
      const phrases = map.get(first);
      if (phrases === undefined) map.set(first, [{ cue, words }]);
      else phrases.push({ cue, words });
    }
  }
  return map;
})();

const chinesePhrases = (Object.entries(CHINESE_CUES) as [Cue, string][]).flatMap(([cue, list]) =>
  list.split("|").map((phrase) => ({ cue, phrase })),
);

/** Words that mean something else within a phrase: "training set" names a split and trains nothing. */
const AMBIGUOUS: ReadonlySet<Cue> = new Set(["train", "use"]);

/** All cues in a visible text, in order of their start. */
export const findCues = (visible: string, base: number): readonly CueHit[] => {
  const lower = visible.toLowerCase();
  const words = [...lower.matchAll(WORD)];
  const hits: CueHit[] = [];
  let phraseEnd = 0;
  words.forEach((word, index) => {
    const found = (phrasesByFirstWord.get(word[0]) ?? []).flatMap(({ cue, words: parts }) => {
      const last = words[index + parts.length - 1];
      const matches = parts.every((part, offset) => words[index + offset]?.[0] === part);
      return matches && last !== undefined
        ? [{ cue, parts: parts.length, end: last.index + last[0].length }]
        : [];
    });
    const startsPhrase = found.some(({ parts }) => parts > 1);
    for (const { cue, parts, end } of found) {
      if (parts === 1 && AMBIGUOUS.has(cue) && (word.index < phraseEnd || startsPhrase)) continue;
      hits.push({ cue, start: base + word.index, end: base + end });
      if (parts > 1) phraseEnd = Math.max(phraseEnd, end);
    }
  });
  if (!HAS_CHINESE.test(lower)) return hits;
  const chinese = chinesePhrases.flatMap(({ cue, phrase }) =>
    findAll(lower, phrase).map((at) => ({ cue, start: base + at, end: base + at + phrase.length })),
  );
  return [...hits, ...chinese].toSorted((left, right) => left.start - right.start);
};

const findAll = (text: string, phrase: string): readonly number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length))
    found.push(at);
  return found;
};
