import type { JSX } from "preact";
import type { DatasetId } from "../../../../schema/ids.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { MarkedText } from "../marked-text.tsx";
import { ViewLink } from "../view-link.tsx";

export interface DatasetChipProps {
  readonly id: DatasetId;
  readonly kind: "dataset" | "benchmark";
}

/** A dataset of a result, which leads to its lineage. */
export const DatasetChip = ({ id, kind }: DatasetChipProps): JSX.Element => (
  <ViewLink
    class={`cell-chip mono chip-${kind}`}
    title={cypherWords().open(id)}
    to={{
      page: "explore",
      root: id,
      others: [],
      selection: undefined,
      document: undefined,
      cypher: undefined,
    }}
  >
    <MarkedText text={id} />
  </ViewLink>
);
