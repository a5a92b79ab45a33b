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
  const wanted = store.view.value.document?.evidence;
  const quotes = inReadingOrder(detail.supports);
  const go = (quote: Support | undefined): void => {
    if (quote === undefined) return;
    const document = { sha256: detail.document.sha256, evidence: quote.evidence.id };
    store.navigation.navigate({ document, selection: { kind: "edge", id: quote.edge.id } }, "replace");
  };
  // Jumping stays among the quotes that prove something, unless a rejected name is being looked at.
  const isOnRejected = quotes.some(
    ({ edge, evidence }) => evidence.id === wanted && edge.status === "rejected",
  );
  const jumpable = quotes.filter(({ edge }) => (edge.status === "rejected") === isOnRejected);
  const index = jumpable.findIndex(({ evidence }) => evidence.id === wanted);
  return (
    <>
      <DocumentHead document={detail.document} />
      <DocumentWarnings text={detail.text} />
      <div class="reader-columns">
        <DocumentText text={detail.text} quotes={quotes} current={wanted} />
        <aside class="reader-side" aria-label="Edges that this document supports">
          {jumpable.length > 0 && (
            <QuoteJumper
              index={index}
              count={jumpable.length}
              onGo={(to) => go(jumpable.at(to % jumpable.length))}
            />
          )}
          <DocumentSupports quotes={quotes} current={wanted} onPick={go} />
        </aside>
      </div>
    </>
  );
};

type Support = DocumentDetail["supports"][number];

const inReadingOrder = (supports: readonly Support[]): readonly Support[] =>
  [...supports].sort((one, other) => one.evidence.span.start - other.evidence.span.start);
