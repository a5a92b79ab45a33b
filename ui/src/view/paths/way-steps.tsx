import type { JSX } from "preact";
import type { Edge } from "../../../../schema/edge.ts";
import type { EdgeId } from "../../../../schema/ids.ts";
import type { LineagePath } from "../../../../schema/paths.ts";
import { formatConfidence } from "../../state/format.ts";
import { datasetWords } from "../../words/dataset-words.ts";
import { pathsWords } from "../../words/paths-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useApp } from "../app-context.ts";
import { edgeInWords } from "../edge-row.tsx";
import { NameText } from "../name-text.tsx";
import { ViewLink } from "../view-link.tsx";

export interface WayStepsProps {
  readonly path: LineagePath;
  readonly edges: ReadonlyMap<EdgeId, Edge>;
}

/** From the derived dataset up to the source: each dataset, and between two of them what the edge says. */
export const WaySteps = ({ path, edges }: WayStepsProps): JSX.Element => {
  const [start] = path.nodes;
  const isLong = path.edges.length > 1;
  return (
    <ol class="way-steps">
      {start !== undefined && (
        <li class="way-node">
          <ViewLink to={{ selection: { kind: "dataset", id: start }, pathTo: undefined }}>
            <NameText text={start} />
          </ViewLink>
        </li>
      )}
      {path.edges.map((id) => {
        const edge = edges.get(id);
        return (
          edge !== undefined && <WayStep key={id} edge={edge} isWeakest={isLong && id === path.weakest} />
        );
      })}
    </ol>
  );
};

interface WayStepProps {
  readonly edge: Edge;
  readonly isWeakest: boolean;
}

const WayStep = ({ edge, isWeakest }: WayStepProps): JSX.Element => {
  const { reading } = useApp().store;
  const words = pathsWords();
  const status = vocabularyWords().statusName[edge.status];
  const problem = reading.quotes.problem.value;
  return (
    <li class="way-step" data-edge={edge.id}>
      <button
        type="button"
        class="way-edge"
        title={words.stepTitle}
        onClick={() => reading.openStep(edge.id)}
      >
        <svg class={`edge-sample edge-${edge.status}`} viewBox="0 0 18 8" role="img" aria-label={status}>
          <title>{status}</title>
          <path d="M1 4H17" />
        </svg>
        <span>{edgeInWords(edge)}</span>
        <span class="tabular muted" title={datasetWords().confidenceTitle}>
          {formatConfidence(edge.confidence)}
        </span>
        {isWeakest && <span class="chip chip-flagged">{words.weakest}</span>}
      </button>
      <button
        type="button"
        class="text-button"
        data-action="quote"
        title={words.quoteTitle(edge.to)}
        onClick={() => void reading.quotes.open(edge.id)}
      >
        {words.quote}
      </button>
      {problem?.edge === edge.id && (
        <p class="complaint" role="alert">
          {problem.kind === "none" ? words.noQuote : words.quoteFailed(problem.why)}
        </p>
      )}
      <StepEnd edge={edge} />
    </li>
  );
};

const StepEnd = ({ edge }: Pick<WayStepProps, "edge">): JSX.Element => (
  <span class="way-node">
    {edge.kind === "model-use" ? (
      <NameText text={edge.to} />
    ) : (
      <ViewLink to={{ selection: { kind: "dataset", id: edge.to }, pathTo: undefined }}>
        <NameText text={edge.to} />
      </ViewLink>
    )}
  </span>
);
