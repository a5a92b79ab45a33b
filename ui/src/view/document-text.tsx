import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { DocumentDetail } from "../../../schema/api.ts";
import type { Span } from "../../../schema/claim.ts";
import type { EvidenceId } from "../../../schema/ids.ts";
import { chunkAt, toTextChunks } from "../state/reading/text-chunks.ts";
import { documentWords } from "../words/document-words.ts";
import { DocumentChunk } from "./document-chunk.tsx";
import { useNearby } from "./use-nearby.ts";

type Support = DocumentDetail["supports"][number];

export interface DocumentTextProps {
  readonly text: string;
  readonly quotes: readonly Support[];
  readonly current: EvidenceId | undefined;
  /** Places that the reader looks for, and the one that is looked at. */
  readonly found: readonly Span[];
  readonly currentHit: Span | undefined;
}

/**
 * The whole text, as text, with every quote marked and the current one, or the found place, scrolled into view. Only what is near
 * the view is drawn: a document of a megabyte opens as quickly as a short one.
 */
export const DocumentText = (props: DocumentTextProps): JSX.Element => {
  const { text, quotes, current, found, currentHit } = props;
  const column = useRef<HTMLDivElement>(null);
  const chunks = useMemo(() => toTextChunks(text), [text]);
  const quote = quotes.find(({ evidence }) => evidence.id === current);
  const target = currentHit ?? quote?.evidence.span;
  const wanted = target === undefined ? 0 : chunkAt(chunks, target.start);
  const nearby = useNearby(column, chunks.length, wanted);
  useEffect(() => {
    if (target === undefined) return undefined;
    return keepInView(column.current, currentHit === undefined ? "mark.is-current" : "mark.is-found-now");
  }, [target?.start, target?.end, text]);
  return (
    <div ref={column} class="reader-text" tabIndex={0} role="document" aria-label={documentWords().text}>
      {chunks.map((chunk, place) => (
        <DocumentChunk
          key={chunk.start}
          text={text}
          chunk={chunk}
          place={place}
          isDrawn={nearby.value.has(place) || place === wanted}
          quotes={quotes}
          current={current}
          found={found}
          currentHit={currentHit}
        />
      ))}
    </div>
  );
};

/** As what is above is drawn and gets its true height, the place moves: it is followed until the reader scrolls. */
const SETTLING_MS = 600;

const keepInView = (column: HTMLElement | null, selector: string): (() => void) => {
  if (column === null) return () => undefined;
  const show = (): void => column.querySelector(selector)?.scrollIntoView({ block: "center" });
  show();
  const watch = new ResizeObserver(show);
  for (const chunk of column.children) watch.observe(chunk);
  const stop = (): void => watch.disconnect();
  const timer = setTimeout(stop, SETTLING_MS);
  const gestures = ["wheel", "touchmove", "keydown", "pointerdown"];
  for (const gesture of gestures) column.addEventListener(gesture, stop, { passive: true });
  return () => {
    clearTimeout(timer);
    stop();
    for (const gesture of gestures) column.removeEventListener(gesture, stop);
  };
};
