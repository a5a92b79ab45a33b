import type { JSX } from "preact";
import type { Edge } from "../../../schema/edge.ts";
import { edgePanelWords } from "../words/edge-panel-words.ts";
import { NameText } from "./name-text.tsx";
import { ViewLink } from "./view-link.tsx";

export interface EdgeEndsProps {
  readonly edge: Edge;
}

/** The derived dataset and what it was made from, as a small piece of the graph. */
export const EdgeEnds = ({ edge }: EdgeEndsProps): JSX.Element => (
  <h2 id="panel-title" class="edge-ends">
    <ViewLink to={{ selection: { kind: "dataset", id: edge.from } }} class="edge-end">
      <NameText text={edge.from} />
    </ViewLink>
    <span class={`edge-arrow edge-${edge.status}`} aria-label={edgePanelWords().from} role="img">
      <svg viewBox="0 0 12 24" aria-hidden="true">
        <path d="M6 23V4M2.500 8 6 3l3.500 5" />
      </svg>
    </span>
    {edge.kind === "model-use" ? (
      <span class="edge-end">
        <NameText text={edge.to} />
      </span>
    ) : (
      <ViewLink to={{ selection: { kind: "dataset", id: edge.to } }} class="edge-end">
        <NameText text={edge.to} />
      </ViewLink>
    )}
  </h2>
);
