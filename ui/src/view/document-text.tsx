import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { DocumentDetail } from "../../../schema/api.ts";
import type { EvidenceId } from "../../../schema/ids.ts";
import { toQuoteSegments } from "../state/quote-segments.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { MarkedText } from "./marked-text.tsx";

type Support = DocumentDetail["supports"][number];

export interface DocumentTextProps {
  readonly text: string;
  readonly quotes: readonly Support[];
  readonly current: EvidenceId | undefined;
}

/** The whole text, as text, with every quote marked and the current one scrolled into view. */
export const DocumentText = ({ text, quotes, current }: DocumentTextProps): JSX.Element => {
  const column = useRef<HTMLDivElement>(null);
  const segments = useMemo(
    () =>
      toQuoteSegments(
        text,
        quotes.map(({ evidence }) => evidence.span),
      ),
    [text, quotes.map(({ evidence }) => evidence.id).join()],
  );
  useEffect(() => {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    column.current
      ?.querySelector("mark.is-current")
      ?.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  }, [current, text]);
  return (
    <div ref={column} class="reader-text" tabIndex={0} role="document" aria-label="Text of the document">
      {segments.map((segment) => {
        const first = foremost(
          segment.quotes.flatMap((index) => quotes[index] ?? []),
          current,
        );
        if (first === undefined) return <MarkedText key={segment.start} text={segment.text} />;
        const { edge, evidence } = first;
        const isCurrent = evidence.id === current;
        const status = edge.status === "rejected" ? "is-rejected" : `stance-${evidence.stance}`;
        return (
          <mark
            key={segment.start}
            class={`${status} ${isCurrent ? "is-current" : ""}`}
            data-evidence={evidence.id}
            title={`${evidence.nameAsWritten}: ${edge.status === "rejected" ? "no source" : vocabularyWords().stance[evidence.stance]}`}
          >
            <MarkedText text={segment.text} />
          </mark>
        );
      })}
    </div>
  );
};

/** Of several quotes over the same words: the current one, else one that proves something. */
const foremost = (covering: readonly Support[], current: EvidenceId | undefined) =>
  covering.find(({ evidence }) => evidence.id === current) ??
  covering.find(({ edge }) => edge.status !== "rejected") ??
  covering[0];
