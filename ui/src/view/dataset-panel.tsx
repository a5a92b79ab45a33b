import type { JSX } from "preact";
import type { DatasetDetail } from "../../../schema/api.ts";
import { nodeKindOf } from "../state/node-kind.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { ContaminationSection } from "./contamination-section.tsx";
import { CopyButton } from "./copy-button.tsx";
import { DatasetActions } from "./dataset-actions.tsx";
import { DatasetFacts } from "./dataset-facts.tsx";
import { DatasetFocus } from "./dataset-focus.tsx";
import { DocumentList } from "./document-list.tsx";
import { EdgeList } from "./edge-list.tsx";
import { LicenceSection } from "./licence-section.tsx";
import { NameText } from "./name-text.tsx";
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
  const { root, others } = store.view.value;
  const words = datasetWords();
  return (
    <article class="panel" aria-labelledby="panel-title" data-panel="dataset" data-id={detail.id}>
      <p class="panel-kind">
        <NodeMark dataset={detail} /> {vocabularyWords().kind[nodeKindOf(detail)]}
        {root === detail.id ? words.isRoot : others.includes(detail.id) && words.isTarget}
      </p>
      <h2 id="panel-title" class="panel-title">
        {detail.owner !== undefined && (
          <span class="panel-owner">
            <NameText text={detail.owner} most={100} />/
          </span>
        )}
        <NameText text={detail.name} /> <CopyButton text={() => detail.id} label={words.copyId(detail.id)} />
      </h2>
      <StateNote dataset={detail} />
      {detail.summary !== undefined && (
        <p class="panel-summary" dir="auto">
          <NameText text={detail.summary} most={1200} />
        </p>
      )}
      <DatasetActions detail={detail} />
      <DatasetFocus id={detail.id} />
      <DatasetFacts detail={detail} />
      <ContaminationSection />
      <NeighbourLists detail={detail} />
      <RejectedCandidates detail={detail} />
      {detail.models.length > 0 && (
        <Section title={words.models} count={detail.models.length}>
          <EdgeList edges={detail.models} end="to" />
        </Section>
      )}
      {detail.clearings.length > 0 && (
        <Section title={words.clearings} count={detail.clearings.length}>
          <EdgeList edges={detail.clearings} end="to" />
        </Section>
      )}
      {detail.sources > 0 && <LicenceSection id={detail.id} />}
      <Section title={words.documents} count={detail.documents.length}>
        <DocumentList documents={detail.documents} />
      </Section>
    </article>
  );
};
