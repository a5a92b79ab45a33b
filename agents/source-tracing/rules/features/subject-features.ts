import type { Mention } from "../candidates/mention.ts";
import { readBefore } from "../document-view.ts";
import type { DocumentView } from "../document-view.ts";
import { toNameKey } from "../name-key.ts";

const VERB = String.raw`(?:is|are|was|were|has|have|contains?|consists?|compris\w+|includes?|covers?|provides?|extends?|comes?|combines?|uses?|presents?|offers?|serves?|originates?)`;
const SELF =
  /^\W*(?:this|these|the (?:dataset|data ?set|data|corpus|current|present|collection|questions?|prompts?|images?|texts?|articles|training data|source data|instructions?|samples?|examples?|rows|original|following|raw|initial|final|resulting)|we|our|it|each|all|data|dataset|i|here|to (?:create|build|construct|generate|obtain|develop)|a (?:dataset|collection|subset|version|copy|filtered|cleaned|curated|translated|mix)|an|based on|built|created|derived|collected|sourced|translated|taken|extracted)\b/i;
const OTHER = new RegExp(
  String.raw`^\W*(?:the\s+)?(\p{Lu}[\w.+'’-]*(?:\s+(?:[\p{Lu}\d][\w.+'’-]*|of|for|the|and|in)){0,6})(?:\s+(?:dataset|datasets|corpus|benchmark|data|collection))?\s*(?:\([^()]{0,60}\)\s*|\[[\d, ]+\]\s*)?,?\s+(?:dataset\s+|corpus\s+)?${VERB}\b`,
  "u",
);

/** Whom the unit speaks of before it comes to the name: the target, something else, or the name itself. */
export const subjectFeatures = (view: DocumentView, mention: Mention, head: number): readonly string[] => {
  const before = readBefore(view, { start: mention.unit.start, end: head }, 400);
  if (before.length > 380) return [];
  if (SELF.test(before)) return ["subject:self"];
  const subject = OTHER.exec(before)?.[1];
  if (subject === undefined) return [];
  const key = toNameKey(subject);
  const target = toNameKey(view.input.target);
  const isTarget = key.length > 2 && (target.includes(key) || key.includes(target));
  return [isTarget ? "subject:self" : "subject:other"];
};
