import type { JSX } from "preact";
import type { DatasetSummary } from "../../../schema/api.ts";
import { formatPlural } from "../state/format.ts";
import { nodeKindOf } from "../state/node-kind.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { NodeMark } from "./node-mark.tsx";

export interface SearchDatasetProps {
  readonly dataset: DatasetSummary;
}

export const SearchDataset = ({ dataset }: SearchDatasetProps): JSX.Element => (
  <>
    <NodeMark dataset={dataset} />
    <span class="search-name">
      {dataset.owner !== undefined && <span class="muted">{dataset.owner}/</span>}
      {dataset.name}
    </span>
    <span class="search-facts muted">
      <span>{vocabularyWords().kind[nodeKindOf(dataset)]}</span>
      <span>{vocabularyWords().state[dataset.state]}</span>
      <span class="tabular">{formatPlural(dataset.sources, "source")}</span>
      <span class="tabular">{formatPlural(dataset.uses, "use")}</span>
    </span>
  </>
);
