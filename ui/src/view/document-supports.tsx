import type { JSX } from "preact";
import type { DocumentDetail } from "../../../schema/api.ts";
import type { EvidenceId } from "../../../schema/ids.ts";
import { formatPlural } from "../state/format.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";

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
  return (
    <>
      {proving.length === 0 ? (
        <p class="muted empty">No edge rests on this document.</p>
      ) : (
        <SupportList quotes={proving} current={current} onPick={onPick} />
      )}
      {rejected.length > 0 && (
        <details class="supports-rejected" open={isOnRejected}>
          <summary>
            {formatPlural(rejected.length, "name")} that {rejected.length === 1 ? "is" : "are"} no source
          </summary>
          <SupportList quotes={rejected} current={current} onPick={onPick} />
        </details>
      )}
    </>
  );
};

const SupportList = ({ quotes, current, onPick }: DocumentSupportsProps): JSX.Element => (
  <ul class="supports">
    {quotes.map((quote) => (
      <li key={quote.evidence.id}>
        <button
          type="button"
          class={`support stance-${quote.evidence.stance}`}
          aria-pressed={quote.evidence.id === current}
          onClick={() => onPick(quote)}
        >
          <span class="support-name">{quote.edge.to}</span>
          <span class="muted">{wordOf(quote)}</span>
        </button>
      </li>
    ))}
  </ul>
);

const wordOf = ({ edge, evidence }: Support): string => {
  if (edge.kind === "derivation" && edge.rejection !== undefined)
    return vocabularyWords().rejection[edge.rejection];
  const stance = evidence.stance === "supported" ? "" : `, ${vocabularyWords().stance[evidence.stance]}`;
  if (edge.kind === "derivation") return `${edge.relation}, ${edge.status}${stance}`;
  return `${edge.kind === "model-use" ? `model, ${edge.role}` : "cleared of"}${stance}`;
};
