import type { JSX } from "preact";
import type { DatasetDetail } from "../../../schema/api.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { useApp } from "./app-context.ts";
import { EdgeList } from "./edge-list.tsx";
import { LoadableView } from "./loadable-view.tsx";
import { Section } from "./section.tsx";

export interface NeighbourListsProps {
  readonly detail: DatasetDetail;
}

/** Sources and uses of the dataset, whether they are on the canvas or not. */
export const NeighbourLists = ({ detail }: NeighbourListsProps): JSX.Element => {
  const { store } = useApp();
  return (
    <LoadableView resource={store.neighbours} what="its sources and uses" lines={4}>
      {(view) => {
        const edges = view.edges.filter((edge): edge is Derivation => edge.kind === "derivation");
        const sources = edges.filter((edge) => edge.from === detail.id).sort(byConfidence);
        const uses = edges.filter((edge) => edge.to === detail.id).sort(byConfidence);
        return (
          <>
            <Section title="Built from" count={sources.length}>
              {sources.length > 0 ? (
                <EdgeList edges={sources} end="to" />
              ) : (
                <p class="muted empty">{noSources(detail)}</p>
              )}
            </Section>
            {uses.length > 0 && (
              <Section title="Used by" count={uses.length}>
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

const noSources = (detail: DatasetDetail): string =>
  detail.state === "traced" ? "Its documents name no source." : "Unknown: its documents have not been read.";
