import type { JSX } from "preact";
import type { Edge } from "../../../schema/edge.ts";
import { toSignalLines } from "../state/signal-lines.ts";
import { formatConfidence } from "../state/format.ts";

export interface ConfidenceProps {
  readonly edge: Edge;
}

/** The confidence with the signals that it was computed from. */
export const Confidence = ({ edge }: ConfidenceProps): JSX.Element => (
  <section class="section confidence" aria-labelledby="confidence-title">
    <div class="confidence-head">
      <h3 id="confidence-title" class="section-title">
        Confidence
      </h3>
      <span class="confidence-value tabular">{formatConfidence(edge.confidence)}</span>
    </div>
    <div
      class={`meter meter-${edge.status}`}
      role="meter"
      aria-label="Confidence"
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={edge.confidence}
    >
      <span style={{ width: `${edge.confidence * 100}%` }} />
    </div>
    <ul class="signals">
      {toSignalLines(edge.signals).map((line) => (
        <li key={line.text} class={`signal signal-${line.weight}`}>
          {line.text}
        </li>
      ))}
    </ul>
  </section>
);
