import type { TextSpan } from "../../../document/document-structure.ts";

const EDGE = /[\s*_`"'“”‘’「」《》:：,，.;；()（）[\]|!?#~•·–—-]/u;
const OPENING = /[([（【]/u;

/** Narrows a span of visible text to a name: no blanks, quotes, marks or lone brackets at its ends. */
export const trimName = (visible: string, from: number, to: number): TextSpan => {
  let start = from;
  let end = to;
  while (start < end && (EDGE.test(visible[start] ?? "") || isPictograph(visible, start))) start += 1;
  while (end > start && EDGE.test(visible[end - 1] ?? "") && !closesInside(visible, start, end)) end -= 1;
  return { start, end };
};

/** Whether the last character is a bracket that was opened within the span. */
const closesInside = (visible: string, start: number, end: number): boolean => {
  const last = visible[end - 1];
  if (last !== ")" && last !== "）" && last !== "]") return false;
  return OPENING.test(visible.slice(start, end - 1));
};

const isPictograph = (visible: string, at: number): boolean => {
  const code = visible.charCodeAt(at);
  return (
    (code >= 0xd83c && code <= 0xd83e) ||
    (code >= 0xdc00 && code <= 0xdfff) ||
    (code >= 0x2600 && code <= 0x27bf) ||
    code === 0xfe0f
  );
};
