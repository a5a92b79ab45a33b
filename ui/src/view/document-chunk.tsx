import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { DocumentDetail } from "../../../schema/api.ts";
import type { Span } from "../../../schema/claim.ts";
import type { EvidenceId } from "../../../schema/ids.ts";
import { toQuoteSegments } from "../state/quote-segments.ts";
import type { TextChunk } from "../state/reading/text-chunks.ts";
import { documentWords } from "../words/document-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { MarkedText } from "./marked-text.tsx";

type Support = DocumentDetail["supports"][number];

export interface DocumentChunkProps {
  readonly text: string;
  readonly chunk: TextChunk;
  readonly place: number;
  /** Else it only keeps its place. */
  readonly isDrawn: boolean;
  readonly quotes: readonly Support[];
  readonly current: EvidenceId | undefined;
  readonly found: readonly Span[];
  readonly currentHit: Span | undefined;
}

const LINE_PX = 26;

/** A part of the document's text. It is drawn anew only when something of its own changes. */
export const DocumentChunk = (props: DocumentChunkProps): JSX.Element => {
  const { chunk, place, isDrawn, current } = props;
  const quotes = isDrawn ? props.quotes.filter(({ evidence }) => touches(evidence.span, chunk)) : NONE;
  const found = isDrawn ? props.found.filter((span) => touches(span, chunk)) : NONE;
  const hit = props.currentHit;
  const key = [
    quotes.map(({ evidence, edge }) => `${evidence.id}${edge.status}${evidence.id === current}`).join(),
    found.map((span) => `${span.start}-${span.end}${span === hit}`).join(),
  ].join(" ");
  const content = useMemo(
    () => (isDrawn ? drawChunk({ ...props, quotes, found }) : undefined),
    [isDrawn, key, props.text, vocabularyWords()],
  );
  return (
    <div
      class="reader-chunk"
      dir="auto"
      data-chunk={place}
      style={isDrawn ? {} : { minHeight: `${chunk.lines * LINE_PX}px` }}
    >
      {content}
    </div>
  );
};

const NONE: readonly never[] = [];

const touches = (span: Span, chunk: TextChunk): boolean => span.start < chunk.end && chunk.start < span.end;

const drawChunk = ({ text, chunk, quotes, found, current, currentHit }: DocumentChunkProps) => {
  const spans = [...quotes.map(({ evidence }) => evidence.span), ...found].map(({ start, end }) => ({
    start: start - chunk.start,
    end: end - chunk.start,
  }));
  return toQuoteSegments(text.slice(chunk.start, chunk.end), spans).map(
    ({ start, text: part, quotes: over }) => {
      const covering = over.flatMap((index) => quotes[index] ?? []);
      const hits = over.flatMap((index) => found[index - quotes.length] ?? []);
      const plain = <MarkedText text={part} />;
      const inner =
        hits.length === 0 ? (
          plain
        ) : (
          <mark class={hits.some((span) => span === currentHit) ? "is-found is-found-now" : "is-found"}>
            {plain}
          </mark>
        );
      const first = foremost(covering, current);
      if (first === undefined) return <span key={start}>{inner}</span>;
      return (
        <QuoteMark key={start} support={first} isCurrent={first.evidence.id === current}>
          {inner}
        </QuoteMark>
      );
    },
  );
};

interface QuoteMarkProps {
  readonly support: Support;
  readonly isCurrent: boolean;
  readonly children: JSX.Element;
}

const QuoteMark = ({ support, isCurrent, children }: QuoteMarkProps): JSX.Element => {
  const { edge, evidence } = support;
  const isRejected = edge.status === "rejected";
  const says = isRejected ? documentWords().noSource : vocabularyWords().stance[evidence.stance];
  return (
    <mark
      class={`${isRejected ? "is-rejected" : `stance-${evidence.stance}`} ${isCurrent ? "is-current" : ""}`}
      data-evidence={evidence.id}
      title={`${evidence.nameAsWritten.slice(0, 200)}: ${says}`}
    >
      {children}
    </mark>
  );
};

/** Of several quotes over the same words: the current one, else one that proves something. */
const foremost = (covering: readonly Support[], current: EvidenceId | undefined) =>
  covering.find(({ evidence }) => evidence.id === current) ??
  covering.find(({ edge }) => edge.status !== "rejected") ??
  covering[0];
