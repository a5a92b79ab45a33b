import type { JSX } from "preact";
import type { EdgeDetail } from "../../../schema/api.ts";
import { formatPlural } from "../state/format.ts";
import { rankEvidence } from "../state/rank-evidence.ts";
import { withoutEvidence } from "../state/without-evidence.ts";
import { Confidence } from "./confidence.tsx";
import { EdgeEnds } from "./edge-ends.tsx";
import { EdgeFacts } from "./edge-facts.tsx";
import { EvidenceItem } from "./evidence-item.tsx";
import { Section } from "./section.tsx";
import { StatusChip } from "./status-chip.tsx";

export interface EdgePanelProps {
  readonly detail: EdgeDetail;
}

const KINDS = {
  derivation: "built from",
  "model-use": "made with",
  clearing: "said to be cleared of",
} as const;

export const EdgePanel = ({ detail }: EdgePanelProps): JSX.Element => {
  const { edge, evidence } = detail;
  const documents = new Set(evidence.map((item) => item.document)).size;
  return (
    <article class="panel" aria-labelledby="panel-title" data-panel="edge" data-id={edge.id}>
      <p class="panel-kind">
        {KINDS[edge.kind]} <StatusChip status={edge.status} />
      </p>
      <EdgeEnds edge={edge} />
      <EdgeFacts edge={edge} />
      <Confidence edge={edge} />
      <Section title="Evidence" count={evidence.length}>
        <p class="muted">
          {evidence.length === 0
            ? withoutEvidence(edge)
            : `${formatPlural(evidence.length, "quote")} from ${formatPlural(documents, "document")}. Press one to see it where it stands.`}
        </p>
        <ul class="evidence-list">
          {rankEvidence(evidence).map((item) => (
            <EvidenceItem key={item.id} evidence={item} />
          ))}
        </ul>
      </Section>
    </article>
  );
};
