import type { JSX } from "preact";
import type { EdgeDetail } from "../../../schema/api.ts";
import { rankEvidence } from "../state/rank-evidence.ts";
import { withoutEvidence } from "../state/without-evidence.ts";
import { edgePanelWords } from "../words/edge-panel-words.ts";
import { useApp } from "./app-context.ts";
import { Confidence } from "./confidence.tsx";
import { EdgeEnds } from "./edge-ends.tsx";
import { EdgeFacts } from "./edge-facts.tsx";
import { EdgeHistorySection } from "./edge-history.tsx";
import { EvidenceItem } from "./evidence-item.tsx";
import { Section } from "./section.tsx";
import { StatusChip } from "./status-chip.tsx";
import { ViewLink } from "./view-link.tsx";

export interface EdgePanelProps {
  readonly detail: EdgeDetail;
}

export const EdgePanel = ({ detail }: EdgePanelProps): JSX.Element => {
  const { edge, evidence } = detail;
  const { reading, navigation } = useApp().store;
  const cameFrom = reading.cameFrom.value;
  const documents = new Set(evidence.map((item) => item.document)).size;
  const words = edgePanelWords();
  return (
    <article class="panel" aria-labelledby="panel-title" data-panel="edge" data-id={edge.id}>
      {cameFrom !== undefined && (
        <button type="button" class="text-button" onClick={() => navigation.navigate(cameFrom)}>
          ← {words.backToWays}
        </button>
      )}
      <p class="panel-kind">
        {words.kind[edge.kind]} <StatusChip status={edge.status} />
      </p>
      <EdgeEnds edge={edge} />
      {edge.status === "flagged" && (
        <p class="actions">
          <ViewLink to={{ page: "review", document: undefined }} class="button">
            {words.review}
          </ViewLink>
        </p>
      )}
      <EdgeFacts edge={edge} />
      <Confidence edge={edge} />
      <Section title={words.evidence} count={evidence.length}>
        <p class="muted">
          {evidence.length === 0 ? withoutEvidence(edge) : words.quotes(evidence.length, documents)}
        </p>
        <ul class="evidence-list">
          {rankEvidence(evidence).map((item) => (
            <EvidenceItem key={item.id} evidence={item} />
          ))}
        </ul>
      </Section>
      <EdgeHistorySection edge={edge} />
    </article>
  );
};
