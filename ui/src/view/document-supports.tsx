import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { DocumentDetail } from "../../../schema/api.ts";
import type { EvidenceId } from "../../../schema/ids.ts";
import { documentWords } from "../words/document-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { edgeInWords } from "./edge-row.tsx";
import { NameText } from "./name-text.tsx";

type Support = DocumentDetail["supports"][number];

export interface DocumentSupportsProps {
  readonly quotes: readonly Support[];
  readonly current: EvidenceId | undefined;
  readonly onPick: (quote: Support) => void;
}

/** The edges that rest on this document, and apart from them the names in it that are no source. */
export const DocumentSupports = ({ quotes, current, onPick }: DocumentSupportsProps): JSX.Element => {
  const proving = quotes.filter(({ edge }) => edge.status !== "rejected");
  const rejected = quotes.filter(({ edge }) => edge.status === "rejected");
  const isOnRejected = rejected.some(({ evidence }) => evidence.id === current);
  const words = documentWords();
  return (
    <>
      {proving.length === 0 ? (
        <p class="muted empty">{words.noEdges}</p>
      ) : (
        <SupportList quotes={proving} current={current} onPick={onPick} />
      )}
      {rejected.length > 0 && (
        <details class="supports-rejected" open={isOnRejected}>
          <summary>{words.noSources(rejected.length)}</summary>
          <SupportList quotes={rejected} current={current} onPick={onPick} />
        </details>
      )}
    </>
  );
};

const SHOWN_FIRST = 100;

const SupportList = ({ quotes, current, onPick }: DocumentSupportsProps): JSX.Element => {
  const most = useSignal(SHOWN_FIRST);
  const shown = quotes.slice(0, most.value);
  return (
    <>
      <ul class="supports">
        {shown.map((quote) => (
          <li key={quote.evidence.id}>
            <button
              type="button"
              class={`support stance-${quote.evidence.stance}`}
              data-support={quote.evidence.id}
              aria-pressed={quote.evidence.id === current}
              onClick={() => onPick(quote)}
            >
              <span class="support-name">
                <NameText text={quote.edge.to} />
              </span>
              <span class="muted">{wordOf(quote)}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < quotes.length && (
        <button type="button" class="text-button" onClick={() => (most.value += SHOWN_FIRST)}>
          {documentWords().more(quotes.length - shown.length)}
        </button>
      )}
    </>
  );
};

const wordOf = ({ edge, evidence }: Support): string => {
  const vocabulary = vocabularyWords();
  const words = documentWords();
  if (edge.kind === "derivation" && edge.rejection !== undefined) return vocabulary.rejection[edge.rejection];
  const what =
    edge.kind === "model-use"
      ? words.modelRole(vocabulary.role[edge.role])
      : edge.kind === "clearing"
        ? words.clearedOf
        : edgeInWords(edge);
  const stance = evidence.stance === "supported" ? undefined : vocabulary.stance[evidence.stance];
  return [what, vocabulary.statusName[edge.status], stance].filter((part) => part !== undefined).join(", ");
};
