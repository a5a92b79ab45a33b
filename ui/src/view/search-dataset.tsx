import type { JSX } from "preact";
import type { DatasetSummary } from "../../../schema/api.ts";
import { nodeKindOf } from "../state/node-kind.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { NameText } from "./name-text.tsx";
import { NodeMark } from "./node-mark.tsx";

export interface SearchDatasetProps {
  readonly dataset: DatasetSummary;
}

export const SearchDataset = ({ dataset }: SearchDatasetProps): JSX.Element => (
  <>
    <NodeMark dataset={dataset} />
    <span class="search-name">
      {dataset.owner !== undefined && (
        <span class="muted">
          <NameText text={dataset.owner} most={100} />/
        </span>
      )}
      <NameText text={dataset.name} />
    </span>
    <span class="search-facts muted">
      <span>{vocabularyWords().kind[nodeKindOf(dataset)]}</span>
      <span>{vocabularyWords().state[dataset.state]}</span>
      <span class="tabular">{datasetWords().sources(dataset.sources)}</span>
      <span class="tabular">{datasetWords().uses(dataset.uses)}</span>
    </span>
  </>
);
