import type { TextSpan } from "../../document/document-structure.ts";
import type { DocumentView } from "./document-view.ts";

const SAID_OF_IT: readonly RegExp[] = [
  /\b(?:no|none|nothing|not a single)\b[^.;]{0,60}§[^.;]{0,40}\b(?:was|were|is|are|has been|have been)\s+(?:ever\s+|in any way\s+)?(?:used|included|taken|copied|reused)\b/,
  /§[^.;,]{0,40}\b(?:was|were|is|are|has been|have been)\s+(?:not|never)\s+(?:a\s+|ever\s+)?(?:used|included|part|sources?|taken)\b/,
  /\b(?:does|do|did)\s*(?:not|n't|never)\s+(?:contain|include|use|build on|derive from|take)\b[^.;]{0,40}§/,
  /\b(?:is|was|were|are)\s+(?:not|never)\s+(?:built|made|derived|taken|copied|drawn)\s+(?:from|on)\b[^.;]{0,40}§/,
  /(?:未|没有|不)(?:使用|采用|包含|取自)[^。；]{0,20}§/,
];
/** A denial of a part, or under a condition, is none of the whole. */
const OF_A_PART =
  /\b(?:only|except|unless|apart from|other than|test|evaluation|validation|dev|splits?|labels?|annotations?|images?|audio|answers?|solutions?|directly|yet|currently|because|due to)\b/;

/** Finds, for a name, the sentence in which the document says outright that nothing of it was used. */
export type FindDenial = (name: string) => TextSpan | undefined;

/** Reads the sentences that deny anything once: a document may have thousands of names to look for. */
export const createFindDenial = (view: DocumentView): FindDenial => {
  const denying = view.structure.sentences.flatMap(({ start, end }) => {
    const raw = view.visible.slice(start, Math.min(end, start + MAX_SENTENCE));
    return SAYS_NO.test(raw) ? [{ start, end, sentence: raw.replace(/\s+/g, " ").toLowerCase() }] : [];
  });
  return (name) => {
    const wanted = name.toLowerCase();
    if (wanted.length < MIN_NAME) return undefined;
    return denying.find(({ sentence }) => {
      if (!sentence.includes(wanted)) return false;
      const marked = sentence.replaceAll(wanted, "§");
      return !OF_A_PART.test(marked) && SAID_OF_IT.some((pattern) => pattern.test(marked));
    });
  };
};

const MIN_NAME = 3;
const MAX_SENTENCE = 600;
const SAYS_NO = /\b(?:no|not|none|nothing|never)\b|n't|未|没有|不/i;
