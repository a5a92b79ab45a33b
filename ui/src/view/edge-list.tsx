import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Edge } from "../../../schema/edge.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { EdgeRow } from "./edge-row.tsx";

export interface EdgeListProps {
  readonly edges: readonly Edge[];
  /** Which end of the edges is named: the other one is the panel's own dataset. */
  readonly end: "from" | "to";
}

const SHOWN_FIRST = 12;
const SHOWN_NEXT = 200;

/** The first of the edges, and more on wish: a benchmark that everybody uses would be thousands of rows. */
export const EdgeList = ({ edges, end }: EdgeListProps): JSX.Element => {
  const most = useSignal(SHOWN_FIRST);
  const shown = edges.slice(0, most.value);
  return (
    <>
      <ul class="edge-list">
        {shown.map((edge) => (
          <EdgeRow key={edge.id} edge={edge} name={edge[end]} />
        ))}
      </ul>
      {shown.length < edges.length && (
        <button type="button" class="text-button" onClick={() => (most.value += SHOWN_NEXT)}>
          {datasetWords().more(edges.length - shown.length)}
        </button>
      )}
    </>
  );
};
