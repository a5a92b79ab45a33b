import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Evidence } from "../../../schema/edge.ts";
import type { EvidenceId } from "../../../schema/ids.ts";
import { toQuoteSegments } from "../state/quote-segments.ts";
import { STANCE_WORDS } from "../state/words.ts";
import { MarkedText } from "./marked-text.tsx";

export interface DocumentTextProps {
  readonly text: string;
  readonly quotes: readonly Evidence[];
  readonly current: EvidenceId | undefined;
}

/** The whole text, as text, with every quote marked and the current one scrolled into view. */
export const DocumentText = ({ text, quotes, current }: DocumentTextProps): JSX.Element => {
  const column = useRef<HTMLDivElement>(null);
  const segments = useMemo(
    () =>
      toQuoteSegments(
        text,
        quotes.map((quote) => quote.span),
      ),
    [text, quotes.map((quote) => quote.id).join()],
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
        const covering = segment.quotes.flatMap((index) => quotes[index] ?? []);
        const first = covering.find((quote) => quote.id === current) ?? covering[0];
        if (first === undefined) return <MarkedText key={segment.start} text={segment.text} />;
        const isCurrent = first.id === current;
        return (
          <mark
            key={segment.start}
            class={`stance-${first.stance} ${isCurrent ? "is-current" : ""}`}
            data-evidence={first.id}
            title={`${first.nameAsWritten}: ${STANCE_WORDS[first.stance]}`}
          >
            <MarkedText text={segment.text} />
          </mark>
        );
      })}
    </div>
  );
};
