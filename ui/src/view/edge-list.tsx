import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Edge } from "../../../schema/edge.ts";
import { EdgeRow } from "./edge-row.tsx";

export interface EdgeListProps {
  readonly edges: readonly Edge[];
  /** Which end of the edges is named: the other one is the panel's own dataset. */
  readonly end: "from" | "to";
}

const SHOWN_FIRST = 12;

export const EdgeList = ({ edges, end }: EdgeListProps): JSX.Element => {
  const showsAll = useSignal(false);
  const shown = showsAll.value ? edges : edges.slice(0, SHOWN_FIRST);
  return (
    <>
      <ul class="edge-list">
        {shown.map((edge) => (
          <EdgeRow key={edge.id} edge={edge} name={edge[end]} />
        ))}
      </ul>
      {shown.length < edges.length && (
        <button type="button" class="text-button" onClick={() => (showsAll.value = true)}>
          {edges.length - shown.length} more
        </button>
      )}
    </>
  );
};
