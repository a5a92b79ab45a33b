import type { JSX } from "preact";
import type { FoundDataset } from "../../../schema/api.ts";
import { domainOf } from "../explorer/graph-shape.ts";
import { nodeKindOf } from "../state/node-kind.ts";
import { findingWords } from "../words/finding-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { NodeMark } from "./node-mark.tsx";
import { OwnedName } from "./owned-name.tsx";

export interface SearchDatasetProps {
  readonly dataset: FoundDataset;
}

export const SearchDataset = ({ dataset }: SearchDatasetProps): JSX.Element => {
  const words = findingWords();
  const domain = domainOf(dataset);
  return (
    <>
      <NodeMark dataset={dataset} />
      <span class="search-name">
        <OwnedName dataset={dataset} />
        {dataset.alias !== undefined && <span class="search-alias muted">{words.alias(dataset.alias)}</span>}
      </span>
      <span class="search-facts muted">
        <span>{vocabularyWords().kind[nodeKindOf(dataset)]}</span>
        {domain !== "unknown" && <span>{vocabularyWords().domain[domain]}</span>}
        {dataset.state !== "traced" && <span>{vocabularyWords().state[dataset.state]}</span>}
        <span class="tabular">{words.uses(dataset.uses)}</span>
      </span>
    </>
  );
};
