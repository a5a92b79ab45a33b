import { useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { DocumentDetail } from "../../../schema/api.ts";
import { findInText } from "../state/reading/find-in-text.ts";
import { documentWords } from "../words/document-words.ts";
import { useApp } from "./app-context.ts";
import { CopyQuote } from "./copy-quote.tsx";
import { DocumentFind } from "./document-find.tsx";
import { DocumentHead } from "./document-head.tsx";
import { DocumentSupports } from "./document-supports.tsx";
import { DocumentText } from "./document-text.tsx";
import { DocumentWarnings } from "./document-warnings.tsx";
import { QuoteJumper } from "./quote-jumper.tsx";

export interface DocumentBodyProps {
  readonly detail: DocumentDetail;
}

type Support = DocumentDetail["supports"][number];

export const DocumentBody = ({ detail }: DocumentBodyProps): JSX.Element => {
  const { store } = useApp();
  const wanted = store.view.value.document?.evidence;
  const sought = useSignal("");
  const hit = useSignal(0);
  const hits = useComputed(() => findInText(detail.text, sought.value));
  const quotes = inReadingOrder(detail.supports);
  const go = (quote: Support | undefined): void => {
    if (quote === undefined) return;
    sought.value = "";
    const document = { sha256: detail.document.sha256, evidence: quote.evidence.id };
    store.navigation.navigate({ document, selection: { kind: "edge", id: quote.edge.id } }, "replace");
  };
  // Jumping stays among the quotes that prove something, unless a rejected name is being looked at.
  const current = quotes.find(({ evidence }) => evidence.id === wanted);
  const isOnRejected = current?.edge.status === "rejected";
  const jumpable = quotes.filter(({ edge }) => (edge.status === "rejected") === isOnRejected);
  const index = jumpable.findIndex(({ evidence }) => evidence.id === wanted);
  const found = hits.value.spans;
  return (
    <>
      <DocumentHead document={detail.document} />
      <DocumentWarnings text={detail.text} />
      <div class="reader-columns">
        <DocumentText
          text={detail.text}
          quotes={quotes}
          current={wanted}
          found={found}
          currentHit={found[hit.value]}
        />
        <aside class="reader-side" aria-label={documentWords().side}>
          <DocumentFind sought={sought} hit={hit} hits={hits.value} />
          {jumpable.length > 0 && (
            <QuoteJumper
              index={index}
              count={jumpable.length}
              onGo={(to) => go(jumpable.at(to % jumpable.length))}
            />
          )}
          {current !== undefined && <CopyQuote document={detail.document} evidence={current.evidence} />}
          <DocumentSupports quotes={quotes} current={wanted} onPick={go} />
        </aside>
      </div>
    </>
  );
};

const inReadingOrder = (supports: readonly Support[]): readonly Support[] =>
  [...supports].sort((one, other) => one.evidence.span.start - other.evidence.span.start);
