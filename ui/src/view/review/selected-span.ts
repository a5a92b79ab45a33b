import type { Span } from "../../../../schema/claim.ts";
import { toTextChunks } from "../../state/reading/text-chunks.ts";

/** What of a document's text is selected on the page; undefined when nothing of it is. */
export const selectedSpan = (column: HTMLElement, text: string): Span | undefined => {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const chunks = toTextChunks(text);
  const offset = (node: Node, at: number): number | undefined => {
    const element = node instanceof Element ? node : node.parentElement;
    const place = element?.closest<HTMLElement>("[data-chunk]");
    if (place === null || place === undefined || !column.contains(place)) return undefined;
    const chunk = chunks[Number(place.dataset["chunk"])];
    return chunk === undefined ? undefined : chunk.start + lengthBefore(place, node, at);
  };
  const start = offset(startContainer, startOffset);
  const end = offset(endContainer, endOffset);
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
};

/** Characters of the document before a place: a hidden one is drawn as its code, and is still one. */
const lengthBefore = (root: HTMLElement, node: Node, at: number): number => {
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(node, at);
  const part = before.cloneContents();
  for (const drawn of part.querySelectorAll(".hidden-character")) {
    const point = Number.parseInt((drawn.textContent ?? "").replace(/^U\+/, ""), 16);
    drawn.textContent = Number.isNaN(point) ? "" : String.fromCodePoint(point);
  }
  return part.textContent.length;
};
