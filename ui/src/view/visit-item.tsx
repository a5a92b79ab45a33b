import type { JSX } from "preact";
import { formatPlural } from "../state/format.ts";
import type { Visit } from "../state/trace-progress.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { VisitDetails } from "./visit-details.tsx";
import { ViewLink } from "./view-link.tsx";

export interface VisitItemProps {
  readonly visit: Visit;
}

const DEEPEST_INDENT = 6;
const INDENT_PX = 10;

export const VisitItem = ({ visit }: VisitItemProps): JSX.Element => {
  const isRunning = visit.outcome === "running";
  const found = visit.edges.filter((edge) => edge.kind === "derivation" && edge.status !== "rejected").length;
  const indent = Math.min(visit.depth, DEEPEST_INDENT) * INDENT_PX;
  return (
    <li
      class={`visit visit-${visit.outcome}`}
      style={{ paddingLeft: `${indent}px` }}
      data-visit={visit.dataset}
    >
      <details open={isRunning}>
        <summary>
          {isRunning ? (
            <span class="spinner" aria-hidden="true" />
          ) : (
            <span class="visit-dot" aria-hidden="true" />
          )}
          <span class="visit-name">{visit.dataset}</span>
          <span class="muted tabular">
            {visit.outcome === "traced"
              ? formatPlural(found, "source")
              : vocabularyWords().outcome[visit.outcome]}
          </span>
        </summary>
        <ViewLink
          to={{ selection: { kind: "dataset", id: visit.movedTo ?? visit.dataset } }}
          class="text-button"
        >
          show in the graph
        </ViewLink>
        {visit.movedTo !== undefined && <p class="muted">moved to {visit.movedTo}</p>}
        {visit.reason !== undefined && <p class="muted">{visit.reason}</p>}
        <VisitDetails visit={visit} />
      </details>
    </li>
  );
};
