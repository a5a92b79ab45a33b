import type { JSX } from "preact";
import type { DatasetDetail } from "../../../schema/api.ts";
import { nodeKindOf } from "../state/node-kind.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { ContaminationSection } from "./contamination-section.tsx";
import { CopyButton } from "./copy-button.tsx";
import { DatasetActions } from "./dataset-actions.tsx";
import { DatasetFacts } from "./dataset-facts.tsx";
import { DocumentList } from "./document-list.tsx";
import { EdgeList } from "./edge-list.tsx";
import { NeighbourLists } from "./neighbour-lists.tsx";
import { NodeMark } from "./node-mark.tsx";
import { RejectedCandidates } from "./rejected-candidates.tsx";
import { Section } from "./section.tsx";
import { StateNote } from "./state-note.tsx";

export interface DatasetPanelProps {
  readonly detail: DatasetDetail;
}

export const DatasetPanel = ({ detail }: DatasetPanelProps): JSX.Element => {
  const { store } = useApp();
  const isRoot = store.view.value.root === detail.id;
  return (
    <article class="panel" aria-labelledby="panel-title" data-panel="dataset" data-id={detail.id}>
      <p class="panel-kind">
        <NodeMark dataset={detail} /> {vocabularyWords().kind[nodeKindOf(detail)]}
        {isRoot && ", root of this view"}
      </p>
      <h2 id="panel-title" class="panel-title">
        {detail.owner !== undefined && <span class="panel-owner">{detail.owner}/</span>}
        {detail.name} <CopyButton text={() => detail.id} label={`Copy the id ${detail.id}`} />
      </h2>
      <StateNote dataset={detail} />
      {detail.summary !== undefined && <p class="panel-summary">{detail.summary}</p>}
      <DatasetActions detail={detail} />
      <DatasetFacts detail={detail} />
      <ContaminationSection />
      <NeighbourLists detail={detail} />
      {detail.rejected > 0 && <RejectedCandidates id={detail.id} count={detail.rejected} />}
      {detail.models.length > 0 && (
        <Section title="Models that made it" count={detail.models.length}>
          <EdgeList edges={detail.models} end="to" />
        </Section>
      )}
      {detail.clearings.length > 0 && (
        <Section title="Said to be cleared of" count={detail.clearings.length}>
          <EdgeList edges={detail.clearings} end="to" />
        </Section>
      )}
      <Section title="Documents read" count={detail.documents.length}>
        <DocumentList documents={detail.documents} />
      </Section>
    </article>
  );
};
