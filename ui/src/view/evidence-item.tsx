import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { EdgeDetail } from "../../../schema/api.ts";
import { formatConfidence } from "../state/format.ts";
import { shortText } from "../state/reading/short-text.ts";
import { edgePanelWords } from "../words/edge-panel-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { MarkedText } from "./marked-text.tsx";
import { NameText } from "./name-text.tsx";
import { OutsideLink } from "./outside-link.tsx";
import { TimeText } from "./time-text.tsx";

type Proof = EdgeDetail["evidence"][number];

export interface EvidenceItemProps {
  readonly evidence: Proof;
}

const LONGEST_QUOTE = 420;

/** One quote with who found it and where; a press shows it in its document. */
export const EvidenceItem = ({ evidence }: EvidenceItemProps): JSX.Element => {
  const { store } = useApp();
  const isWhole = useSignal(false);
  const isShown = store.view.value.document?.evidence === evidence.id;
  const open = (): void =>
    store.navigation.navigate({ document: { sha256: evidence.document, evidence: evidence.id } });
  const { text, cutFrom } = shortText(evidence.quote, isWhole.value ? Infinity : LONGEST_QUOTE);
  const words = edgePanelWords();
  return (
    <li class={`evidence stance-${evidence.stance}`}>
      <p class="evidence-head">
        <span class="document-kind">{vocabularyWords().document[evidence.documentKind]}</span>
        <span class="evidence-title">
          <NameText text={evidence.title ?? hostOf(evidence.url)} />
        </span>
      </p>
      <button
        type="button"
        class="quote"
        data-evidence={evidence.id}
        aria-pressed={isShown}
        title={words.showInDocument}
        onClick={open}
      >
        <q dir="auto">
          <MarkedText text={text} />
          {cutFrom !== undefined && "…"}
        </q>
      </button>
      {cutFrom !== undefined && (
        <button type="button" class="text-button" onClick={() => (isWhole.value = true)}>
          {words.wholeQuote(cutFrom)}
        </button>
      )}
      <EvidenceFoot evidence={evidence} />
    </li>
  );
};

const SHORT_REVISION = 12;

const EvidenceFoot = ({ evidence }: EvidenceItemProps): JSX.Element => {
  const words = edgePanelWords();
  const { stance, tracer, model, promptVersion, revision } = evidence;
  return (
    <p class="evidence-foot muted">
      <span class={`stance stance-${stance}`}>{vocabularyWords().stance[stance]}</span>
      <span title={words.finderTitle}>
        <NameText text={words.finder(tracer, model, promptVersion)} />
      </span>
      <span class="tabular">{words.score(formatConfidence(evidence.score))}</span>
      {revision !== undefined && (
        <span title={revision.slice(0, 200)}>
          <NameText text={words.revision(revision.slice(0, SHORT_REVISION))} />
        </span>
      )}
      <span>
        {words.read} <TimeText iso={evidence.retrievedAt} />
      </span>
      <OutsideLink url={evidence.url} label={words.livePage} />
    </p>
  );
};

const hostOf = (url: string): string => {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
};
