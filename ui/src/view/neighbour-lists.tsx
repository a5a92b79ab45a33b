import type { JSX } from "preact";
import type { DatasetDetail } from "../../../schema/api.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { useApp } from "./app-context.ts";
import { EdgeList } from "./edge-list.tsx";
import { LoadableView } from "./loadable-view.tsx";
import { ExpandNeighbours } from "./expand-neighbours.tsx";
import { Section } from "./section.tsx";

export interface NeighbourListsProps {
  readonly detail: DatasetDetail;
}

/** Sources and uses of the dataset, whether they are on the canvas or not. */
export const NeighbourLists = ({ detail }: NeighbourListsProps): JSX.Element => {
  const { store } = useApp();
  const words = datasetWords();
  return (
    <LoadableView resource={store.neighbours} what={words.theNeighbours} lines={4}>
      {(view) => {
        const edges = view.edges.filter((edge): edge is Derivation => edge.kind === "derivation");
        const sources = edges.filter((edge) => edge.from === detail.id).sort(byConfidence);
        const uses = edges.filter((edge) => edge.to === detail.id).sort(byConfidence);
        return (
          <>
            <Section
              title={words.builtFrom}
              count={sources.length}
              aside={<ExpandNeighbours id={detail.id} direction="upstream" />}
            >
              {sources.length > 0 ? (
                <EdgeList edges={sources} end="to" />
              ) : (
                <p class="muted empty">
                  {detail.state === "traced" ? words.noSources : words.sourcesUnknown}
                </p>
              )}
            </Section>
            {uses.length > 0 && (
              <Section
                title={words.usedBy}
                count={uses.length}
                aside={<ExpandNeighbours id={detail.id} direction="downstream" />}
              >
                <EdgeList edges={uses} end="from" />
              </Section>
            )}
          </>
        );
      }}
    </LoadableView>
  );
};

const byConfidence = (one: Derivation, other: Derivation): number => other.confidence - one.confidence;
