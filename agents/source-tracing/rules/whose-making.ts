import type { SourceClaim } from "../../../schema/claim.ts";
import type { DocumentView } from "./document-view.ts";

const OF_ANOTHER =
  /^(?:the\s+)?([^.,:;]{2,80}?)\s+(?:itself|in turn|already|also)\b[^.]{0,30}\b(?:is|was|are|were|contains?|includes?|comprises?|consists?|combines?|draws?|merges?|has|takes?)\b/i;

/** Whether the sentence tells how another source was made: "Rivers itself contains rows of Ponds". */
export const isSecondHand = (
  view: DocumentView,
  claim: SourceClaim,
  believed: readonly SourceClaim[],
): boolean => {
  const text = readSpan(view, claim);
  const told = OF_ANOTHER.exec(text);
  const key = view.keyOf(told?.[1] ?? "");
  if (
    key === "" ||
    key === view.keyOf(view.input.target) ||
    text.indexOf(claim.name) < (told?.[0].length ?? 0)
  ) {
    return false;
  }
  return believed.some(({ name, hubId }) => [name, hubId ?? name].some((each) => view.keyOf(each) === key));
};

const USERS =
  /\b(?:who uses|used (?:by|in)|uses? of (?:this|the)|where it is used|downstream|derivatives)\b/i;
const BECOMES_PART =
  /\b(?:(?:is|was|forms?|became|serves? as)\b[^.]{0,15}\b(?:one|a|an)\s+(?:\w+\s+)?(?:part|component|ingredient|constituent|source)\s+(?:of|in|for)|(?:is|was|has been|were)\s+(?:also\s+|later\s+|now\s+)?(?:used|included|mixed|merged)\s+(?:in|into|by|to\s+(?:train|build|make)))\s+(?:the\s+|our\s+)?$/i;

/** Whether the sentence says where the target went: "This set is one part of Oceans", or stands under a heading about that. */
export const isPassedOn = (view: DocumentView, claim: SourceClaim): boolean => {
  const text = readSpan(view, claim);
  const at = text.indexOf(claim.name);
  if (at === -1 || !BECOMES_PART.test(text.slice(0, at))) return false;
  return speaksOfTarget(view, text) || USERS.test(headingOver(view, claim));
};

const speaksOfTarget = ({ input }: DocumentView, text: string): boolean => {
  const [first = ""] = (input.target.split("/").at(-1) ?? "").split(/[-_.]/);
  return (
    /^\W*(?:this|it|our|the)\b(?:\s+(?:data\s?set|corpus|collection|data))?\s+(?:is|was|has|were|forms)\b/i.test(
      text,
    ) ||
    (first.length >= MIN_WORD && text.toLowerCase().startsWith(first.toLowerCase()))
  );
};

const MIN_WORD = 4;

const headingOver = ({ structure }: DocumentView, { span }: SourceClaim): string =>
  structure.blocks.find(({ start, end }) => start <= span.start && span.end <= end)?.section.at(-1) ?? "";

const readSpan = ({ visible }: DocumentView, { span }: SourceClaim): string =>
  visible.slice(span.start, span.end).replace(/\s+/g, " ").trim();
