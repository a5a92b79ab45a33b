import type { JSX } from "preact";
import type { DocumentDetail } from "../../../schema/api.ts";
import { useApp } from "./app-context.ts";
import { DocumentHead } from "./document-head.tsx";
import { DocumentSupports } from "./document-supports.tsx";
import { DocumentText } from "./document-text.tsx";
import { DocumentWarnings } from "./document-warnings.tsx";
import { QuoteJumper } from "./quote-jumper.tsx";

export interface DocumentBodyProps {
  readonly detail: DocumentDetail;
}

export const DocumentBody = ({ detail }: DocumentBodyProps): JSX.Element => {
  const { store } = useApp();
  const quotes = [...detail.supports].sort((one, other) => one.evidence.span.start - other.evidence.span.start);
  const wanted = store.view.value.document?.evidence;
  const index = Math.max(
    0,
    quotes.findIndex((quote) => quote.evidence.id === wanted),
  );
  const go = (to: number): void => {
    const quote = quotes[(to + quotes.length) % quotes.length];
    if (quote === undefined) return;
    const document = { sha256: detail.document.sha256, evidence: quote.evidence.id };
    store.navigation.navigate({ document, selection: { kind: "edge", id: quote.edge.id } }, "replace");
  };
  return (
    <>
      <DocumentHead document={detail.document} />
      <DocumentWarnings text={detail.text} />
      <div class="reader-columns">
        <DocumentText text={detail.text} quotes={quotes.map((quote) => quote.evidence)} current={wanted} />
        <aside class="reader-side" aria-label="Edges that this document supports">
          {quotes.length > 0 && <QuoteJumper index={index} count={quotes.length} onGo={go} />}
          <DocumentSupports quotes={quotes} current={wanted} onPick={(picked) => go(quotes.indexOf(picked))} />
        </aside>
      </div>
    </>
  );
};
