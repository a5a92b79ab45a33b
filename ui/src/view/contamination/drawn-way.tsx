import type { JSX } from "preact";
import type { Edge } from "../../../../schema/edge.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import { formatConfidence } from "../../state/format.ts";
import { readableId } from "../../state/name-of-id.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { ViewLink } from "../view-link.tsx";

export interface DrawnWayProps {
  readonly steps: readonly Edge[];
  /** What the page that an edge opens on is rooted at. */
  readonly root: DatasetId;
}

/** A way from left to right: datasets, and between them the edges, each of which opens its evidence. */
export const DrawnWay = ({ steps, root }: DrawnWayProps): JSX.Element => (
  <ol class="leak-way" aria-label={contaminationPageWords().way.drawn(steps.length)}>
    {steps.map((edge, at) => (
      <Step key={edge.id} edge={edge} root={root} isLast={at === steps.length - 1} />
    ))}
  </ol>
);

interface StepProps {
  readonly edge: Edge;
  readonly root: DatasetId;
  readonly isLast: boolean;
}

const Step = ({ edge, root, isLast }: StepProps): JSX.Element => {
  const words = contaminationPageWords();
  return (
    <li class="leak-step">
      <WayNode id={edge.from} isBenchmark={false} />
      <ViewLink
        class={`leak-edge leak-edge-${edge.status}`}
        title={words.way.openStep(edge.from, edge.to)}
        to={{ page: "explore", root, selection: { kind: "edge", id: edge.id }, pathTo: undefined }}
      >
        <span class="leak-edge-relation">{relationText(edge)}</span>
        <span class="leak-edge-line" aria-hidden="true" />
        <span class="leak-edge-facts tabular">
          {splitText(edge)} {vocabularyWords().statusName[edge.status]} {formatConfidence(edge.confidence)}
        </span>
      </ViewLink>
      {isLast && <WayNode id={edge.to} isBenchmark />}
    </li>
  );
};

const WayNode = ({
  id,
  isBenchmark,
}: {
  readonly id: string;
  readonly isBenchmark: boolean;
}): JSX.Element => (
  <span class={isBenchmark ? "leak-node is-benchmark" : "leak-node"} title={id}>
    <span class="mono">{readableId(id)}</span>
    {isBenchmark && <span class="muted">{contaminationPageWords().way.benchmark}</span>}
  </span>
);

const relationText = (edge: Edge): string =>
  edge.kind === "derivation"
    ? vocabularyWords().relationName[edge.relation]
    : contaminationPageWords().way.clearings;

const splitText = (edge: Edge): string => {
  if (edge.kind === "model-use" || edge.split === undefined) return "";
  return `${contaminationPageWords().splitWords[edge.split]},`;
};
