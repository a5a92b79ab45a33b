import type { JSX } from "preact";
import type { Edge } from "../../../schema/edge.ts";
import type { EdgeEvent, EdgeHistory } from "../../../schema/edge-history.ts";
import { formatConfidence } from "../state/format.ts";
import type { Resource } from "../state/resource.ts";
import type { DecidedEdge } from "../../../schema/trace-changes.ts";
import { edgePanelWords } from "../words/edge-panel-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { LoadableView } from "./loadable-view.tsx";
import { NameText } from "./name-text.tsx";
import { TimeText } from "./time-text.tsx";
import { ViewLink } from "./view-link.tsx";

export interface EdgeHistorySectionProps {
  readonly edge: Edge;
}

/** Who made the edge what it is: traces, publications and people, the latest last. Asked for when it is opened. */
export const EdgeHistorySection = ({ edge }: EdgeHistorySectionProps): JSX.Element => {
  const { reading } = useApp().store;
  const isOpen = reading.historyOf.value === edge.id;
  const words = edgePanelWords();
  return (
    <details
      class="section why-not"
      data-section="history"
      open={isOpen}
      onToggle={(event) => {
        const opens = event.currentTarget.open;
        if (opens !== (reading.historyOf.peek() === edge.id))
          reading.historyOf.value = opens ? edge.id : undefined;
      }}
    >
      <summary>{words.history}</summary>
      {isOpen && <HistoryList resource={reading.history} />}
      <dl class="facts">
        {edge.firstTrace !== undefined && (
          <div>
            <dt>{words.firstTrace}</dt>
            <dd>
              <ViewLink to={{ trace: edge.firstTrace, selection: undefined }}>{edge.firstTrace}</ViewLink>
            </dd>
          </div>
        )}
        {edge.lastTrace !== undefined && (
          <div>
            <dt>{words.lastTrace}</dt>
            <dd>
              <ViewLink to={{ trace: edge.lastTrace, selection: undefined }}>{edge.lastTrace}</ViewLink>
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
};

export interface HistoryListProps {
  readonly resource: Resource<EdgeHistory>;
}

/** Each thing that happened to an edge, the earliest first. */
export const HistoryList = ({ resource }: HistoryListProps): JSX.Element => {
  const words = edgePanelWords();
  return (
    <LoadableView resource={resource} what={words.theHistory} lines={3}>
      {({ items }) => (
        <>
          {items.length === 0 && <p class="muted empty">{words.noHistory}</p>}
          <ol class="history">
            {items.map((event, place) => (
              <HistoryItem key={place} event={event} />
            ))}
          </ol>
        </>
      )}
    </LoadableView>
  );
};

const HistoryItem = ({ event }: { readonly event: EdgeEvent }): JSX.Element => {
  const words = edgePanelWords();
  return (
    <li data-event={event.kind}>
      {event.kind !== "published" && (
        <span class="tabular muted">
          <TimeText iso={event.at} />{" "}
        </span>
      )}
      <NameText text={whatOf(event)} />
      {(event.kind === "traced" || event.kind === "decided" || event.kind === "reviewed") && (
        <span class="history-change">{changeOf(event)}</span>
      )}
      {"undone" in event && event.undone === true && (
        <span class="muted history-change">{words.undoneSince}</span>
      )}
      {event.kind === "traced" && event.again > 0 && (
        <span class="muted history-change">{words.seenAgain(event.again)}</span>
      )}
      {"note" in event && event.note !== undefined && (
        <q class="note" dir="auto">
          <NameText text={event.note} most={2000} />
        </q>
      )}
      {event.kind === "decided" && event.replacedBy !== undefined && (
        <ViewLink to={{ selection: { kind: "edge", id: event.replacedBy } }}>{words.leadsElsewhere}</ViewLink>
      )}
      {event.kind === "decided" && event.replaces !== undefined && (
        <ViewLink to={{ selection: { kind: "edge", id: event.replaces } }}>{words.ledFromElsewhere}</ViewLink>
      )}
    </li>
  );
};

const whatOf = (event: EdgeEvent): string => {
  const words = edgePanelWords();
  switch (event.kind) {
    case "traced":
      return words.traced(event.before === undefined);
    case "published":
      return words.publishedBy(event.citation);
    case "proposed":
      return words.proposedBy(event.by ?? words.somebody, event.verdict);
    case "decided":
      return words.decidedBy(event.verdict, event.by);
    case "reviewed":
      return words.reviewedBy(event.did, event.by);
    default:
      return event satisfies never;
  }
};

const changeOf = ({
  before,
  after,
}: Extract<EdgeEvent, { kind: "traced" | "decided" | "reviewed" }>): string => {
  const words = edgePanelWords();
  const from = before && inWords(before);
  return after === undefined ? words.gone(from ?? "") : words.became(from, inWords(after));
};

const inWords = ({ status, relation, split, confidence }: DecidedEdge): string => {
  const words = vocabularyWords();
  const parts = [
    words.statusName[status],
    relation && words.relationName[relation],
    split && words.splitName[split],
    formatConfidence(confidence),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
};
