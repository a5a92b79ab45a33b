import type { JSX } from "preact";
import type { DatasetId } from "../../../schema/ids.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { useApp } from "./app-context.ts";
import { EdgeList } from "./edge-list.tsx";
import { LoadableView } from "./loadable-view.tsx";

export interface RejectedCandidatesProps {
  readonly id: DatasetId;
  readonly count: number;
}

/** Why not: what the documents name without the dataset being built from it. Read when it is opened. */
export const RejectedCandidates = ({ id, count }: RejectedCandidatesProps): JSX.Element => {
  const { store } = useApp();
  const isOpen = store.rejectedOf.value === id;
  return (
    <details
      class="section why-not"
      open={isOpen}
      onToggle={(event) => {
        const opens = event.currentTarget.open;
        if (opens !== (store.rejectedOf.peek() === id)) store.rejectedOf.value = opens ? id : undefined;
      }}
    >
      <summary>{datasetWords().whyNot(count)}</summary>
      {isOpen && (
        <LoadableView resource={store.rejected} what={datasetWords().theRejected} lines={4}>
          {({ items }) => <EdgeList edges={items} end="to" />}
        </LoadableView>
      )}
    </details>
  );
};
