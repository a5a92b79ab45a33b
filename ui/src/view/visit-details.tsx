import type { JSX } from "preact";
import type { Visit } from "../state/trace-progress.ts";
import { tracesWords } from "../words/traces-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { ViewLink } from "./view-link.tsx";

export interface VisitDetailsProps {
  readonly visit: Visit;
}

/** What was read, what could not be, what was found, and what was dropped and why. */
export const VisitDetails = ({ visit }: VisitDetailsProps): JSX.Element => (
  <ul class="visit-details">
    {visit.documents.map((read) => (
      <li key={read.seq} class="visit-read">
        <ViewLink to={{ document: { sha256: read.document } }} title={read.url}>
          {vocabularyWords().document[read.kind]} {shortUrl(read.url)}
        </ViewLink>
        {read.cached && <span class="muted"> {tracesWords().live.fromStore}</span>}
      </li>
    ))}
    {visit.failures.map((failure) => (
      <li key={failure.seq} class="visit-failure" title={failure.reason}>
        {shortUrl(failure.url)}: {failureWord(failure.outcome)}
      </li>
    ))}
    {visit.edges.map((edge) => (
      <li key={edge.seq} class={`visit-edge visit-edge-${edge.status}`}>
        <ViewLink to={{ page: "explore", root: visit.dataset, selection: { kind: "edge", id: edge.edge } }}>
          {edge.to}
        </ViewLink>{" "}
        <span class="muted">
          {edge.rejection === undefined
            ? vocabularyWords().statusName[edge.status]
            : vocabularyWords().rejection[edge.rejection]}
        </span>
      </li>
    ))}
    {visit.dropped.map((drop) => (
      <li key={drop.seq} class="visit-edge visit-edge-rejected">
        {drop.name} <span class="muted">{vocabularyWords().rejection[drop.reason]}</span>
      </li>
    ))}
  </ul>
);

/** What was refused is what the service would not read: an address inside a network, or one too large. */
const failureWord = (outcome: Visit["failures"][number]["outcome"]): string =>
  outcome === "refused" ? vocabularyWords().outcome.skipped : vocabularyWords().outcome[outcome];

const shortUrl = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, "");
