import { useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { OpenItem, Proof } from "../../state/review/open-item.ts";
import { findInText } from "../../state/reading/find-in-text.ts";
import { reviewWords } from "../../words/review-words.ts";
import { withoutEvidence } from "../../state/without-evidence.ts";
import { DocumentFind } from "../document-find.tsx";
import { DocumentHead } from "../document-head.tsx";
import { DocumentText } from "../document-text.tsx";
import { DocumentWarnings } from "../document-warnings.tsx";
import { QuoteJumper } from "../quote-jumper.tsx";
import { useReview } from "./review-context.ts";
import { selectedSpan } from "./selected-span.ts";

export interface ItemDocumentProps {
  readonly item: OpenItem;
  readonly proof: Proof | undefined;
}

/** The frozen document of a quote, with the quote in sight. What other edges rest on it is left out: it could tell what was decided. */
export const ItemDocument = ({ item, proof }: ItemDocumentProps): JSX.Element => {
  const { quote, mode, passage } = useReview();
  const column = useRef<HTMLElement>(null);
  const { edge } = item.detail.item;
  const sought = useSignal("");
  const hit = useSignal(0);
  const detail = proof === undefined ? undefined : item.documents.get(proof.document);
  const hits = useComputed(() => findInText(detail?.text ?? "", sought.value));
  const words = reviewWords();
  if (proof === undefined || detail === undefined)
    return (
      <section class="review-document" aria-label={words.theDocument} data-document="none">
        <p class="review-no-quote">{proof === undefined ? withoutEvidence(edge) : words.noDocument}</p>
      </section>
    );
  const isAdding = mode.value === "add";
  const marked = isAdding && passage.value !== undefined ? [passage.value] : undefined;
  const found = marked ?? hits.value.spans;
  const takeSelection = (): void => {
    if (!isAdding || column.current === null) return;
    const span = selectedSpan(column.current, detail.text);
    if (span !== undefined) passage.value = span;
  };
  return (
    <section
      ref={column}
      class="review-document"
      aria-label={words.theDocument}
      data-document={detail.document.sha256}
      onPointerUp={takeSelection}
      onKeyUp={takeSelection}
    >
      <DocumentHead document={detail.document} />
      <DocumentWarnings text={detail.text} />
      <div class="review-document-tools">
        {item.proofs.length > 1 && (
          <QuoteJumper
            index={quote.value}
            count={item.proofs.length}
            onGo={(to) => (quote.value = (to + item.proofs.length) % item.proofs.length)}
          />
        )}
        <DocumentFind sought={sought} hit={hit} hits={hits.value} />
      </div>
      <DocumentText
        key={detail.document.sha256}
        text={detail.text}
        quotes={item.proofs
          .filter(({ document }) => document === detail.document.sha256)
          .map((evidence) => ({ edge, evidence }))}
        current={proof.id}
        found={found}
        currentHit={marked === undefined ? found[hit.value] : marked[0]}
      />
    </section>
  );
};
