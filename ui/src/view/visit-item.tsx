import type { JSX } from "preact";
import type { Visit } from "../state/trace-progress.ts";
import { tracesWords } from "../words/traces-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { VisitDetails } from "./visit-details.tsx";
import { ViewLink } from "./view-link.tsx";

export interface VisitItemProps {
  readonly visit: Visit;
  /** 0 for a root. */
  readonly indent: number;
  /** Shown a second time, on top, while it is read. */
  readonly isPinned?: boolean;
}

const DEEPEST_INDENT = 10;
const INDENT_PX = 14;

export const VisitItem = ({ visit, indent, isPinned = false }: VisitItemProps): JSX.Element => {
  const words = tracesWords().live;
  const isRunning = visit.outcome === "running";
  const indentPx = Math.min(indent, DEEPEST_INDENT) * INDENT_PX;
  return (
    <li
      class={`visit visit-${visit.outcome}`}
      style={{ paddingLeft: `${indentPx}px` }}
      {...(isPinned ? {} : { "data-visit": visit.dataset, "data-indent": indent })}
    >
      <details open={isPinned}>
        <summary>
          <span class={isRunning ? "spinner" : "visit-dot"} aria-hidden="true" />
          <span class="visit-name">{visit.dataset}</span>
          <VisitFigures visit={visit} />
        </summary>
        <ViewLink
          to={{
            page: "explore",
            root: visit.movedTo ?? visit.dataset,
            selection: { kind: "dataset", id: visit.movedTo ?? visit.dataset },
          }}
          class="text-button"
        >
          {words.showInGraph}
        </ViewLink>
        {visit.movedTo !== undefined && <p class="muted">{words.movedTo(visit.movedTo)}</p>}
        {visit.reason !== undefined && <p class="muted">{visit.reason}</p>}
        <VisitDetails visit={visit} />
      </details>
    </li>
  );
};

const VisitFigures = ({ visit }: { readonly visit: Visit }): JSX.Element => {
  const words = tracesWords().live;
  const found = visit.edges.filter((edge) => edge.kind === "derivation" && edge.status !== "rejected").length;
  return (
    <span class="muted tabular visit-figures">
      {visit.documents.length > 0 && <span>{words.documents(visit.documents.length)}</span>}
      {found > 0 && <span>{words.sources(found)}</span>}
      <span>{vocabularyWords().outcome[visit.outcome]}</span>
    </span>
  );
};
