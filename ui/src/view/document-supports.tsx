import type { JSX } from "preact";
import type { DocumentDetail } from "../../../schema/api.ts";
import type { EvidenceId } from "../../../schema/ids.ts";
import { STANCE_WORDS } from "../state/words.ts";

type Support = DocumentDetail["supports"][number];

export interface DocumentSupportsProps {
  readonly quotes: readonly Support[];
  readonly current: EvidenceId | undefined;
  readonly onPick: (quote: Support) => void;
}

export const DocumentSupports = ({ quotes, current, onPick }: DocumentSupportsProps): JSX.Element =>
  quotes.length === 0 ? (
    <p class="muted empty">No edge rests on this document.</p>
  ) : (
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
            <span class="muted">
              {wordOf(quote)}
              {quote.evidence.stance !== "supported" && `, ${STANCE_WORDS[quote.evidence.stance]}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );

const wordOf = ({ edge }: Support): string => {
  if (edge.status === "rejected") return "rejected";
  if (edge.kind === "derivation") return `${edge.relation}, ${edge.status}`;
  return edge.kind === "model-use" ? `model, ${edge.role}` : "cleared of";
};
