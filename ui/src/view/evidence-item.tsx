import type { JSX } from "preact";
import type { EdgeDetail } from "../../../schema/api.ts";
import { formatConfidence } from "../state/format.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { MarkedText } from "./marked-text.tsx";
import { OutsideLink } from "./outside-link.tsx";
import { TimeText } from "./time-text.tsx";

export interface EvidenceItemProps {
  readonly evidence: EdgeDetail["evidence"][number];
}

const LONGEST_QUOTE = 420;

export const EvidenceItem = ({ evidence }: EvidenceItemProps): JSX.Element => {
  const { store } = useApp();
  const isShown = store.view.value.document?.evidence === evidence.id;
  const open = (): void =>
    store.navigation.navigate({ document: { sha256: evidence.document, evidence: evidence.id } });
  const isCut = evidence.quote.length > LONGEST_QUOTE;
  return (
    <li class={`evidence stance-${evidence.stance}`}>
      <p class="evidence-head">
        <span class="document-kind">{vocabularyWords().document[evidence.documentKind]}</span>
        <span class="evidence-title">{evidence.title ?? hostOf(evidence.url)}</span>
      </p>
      <button
        type="button"
        class="quote"
        data-evidence={evidence.id}
        aria-pressed={isShown}
        title="Show it in its document"
        onClick={open}
      >
        <q>
          <MarkedText text={isCut ? evidence.quote.slice(0, LONGEST_QUOTE) : evidence.quote} />
          {isCut && "…"}
        </q>
      </button>
      <p class="evidence-foot muted">
        <span class={`stance stance-${evidence.stance}`}>{vocabularyWords().stance[evidence.stance]}</span>
        <span title="Who found it, and its own calibrated score">
          {evidence.model ?? vocabularyWords().tracer[evidence.tracer]}, {formatConfidence(evidence.score)}
        </span>
        <span>
          read <TimeText iso={evidence.retrievedAt} />
        </span>
        <OutsideLink url={evidence.url} label="live page" />
      </p>
    </li>
  );
};

const hostOf = (url: string): string => {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
};
