import type { JSX } from "preact";
import type { Edge } from "../../../schema/edge.ts";
import { formatConfidence } from "../state/format.ts";
import { toSignalLines } from "../state/signal-lines.ts";
import { edgePanelWords } from "../words/edge-panel-words.ts";

export interface ConfidenceProps {
  readonly edge: Edge;
}

/** The confidence with the signals that it was computed from. */
export const Confidence = ({ edge }: ConfidenceProps): JSX.Element => {
  const words = edgePanelWords();
  return (
    <section class="section confidence" aria-labelledby="confidence-title">
      <div class="confidence-head">
        <h3 id="confidence-title" class="section-title">
          {words.confidence}
        </h3>
        <span class="confidence-value tabular">{formatConfidence(edge.confidence)}</span>
      </div>
      <div
        class={`meter meter-${edge.status}`}
        role="meter"
        aria-label={words.confidence}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={edge.confidence}
      >
        <span style={{ width: `${edge.confidence * 100}%` }} />
      </div>
      <ul class="signals">
        {toSignalLines(edge.signals, edge.calibrated).map((line) => (
          <li key={line.text} class={`signal signal-${line.weight}`} title={words.weight[line.weight]}>
            {line.text}
            <span class="visually-hidden">, {words.weight[line.weight]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
