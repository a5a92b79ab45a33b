import type { Calibrated } from "../../../schema/calibrated.ts";
import type { Signals } from "../../../schema/edge.ts";
import { edgePanelWords } from "../words/edge-panel-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { formatConfidence, formatDate } from "./format.ts";

/** One reason for, or against, an edge's confidence. */
export interface SignalLine {
  readonly weight: "for" | "neutral" | "against";
  readonly text: string;
}

/** Says what a confidence was computed from, in the order in which a reader would ask. */
export const toSignalLines = (signals: Signals, calibrated?: Calibrated): readonly SignalLine[] => {
  const words = edgePanelWords();
  const vocabulary = vocabularyWords();
  const checks = signals.failedChecks.map(
    (check) => ({ weight: "against", text: vocabulary.flag[check] }) as const,
  );
  if (signals.documents === 0) return [{ weight: "against", text: words.noDocument }, ...checks];
  const kinds = signals.documentKinds.map((kind) => vocabulary.document[kind]).join(", ");
  const tracers = signals.tracers.map((tracer) => vocabulary.tracer[tracer]);
  const how = vocabulary.resolution[signals.resolvedBy];
  return [
    {
      weight: signals.documents > 1 ? "for" : "neutral",
      text: words.documents(signals.documents, kinds),
    },
    {
      weight: signals.tracers.length > 1 ? "for" : "neutral",
      text: words.foundBy(tracers, formatConfidence(signals.bestScore)),
    },
    {
      weight: RESOLUTION_WEIGHTS[signals.resolvedBy],
      text: words.resolved(how, formatConfidence(signals.resolution)),
    },
    ...(signals.contradicted ? [{ weight: "against", text: words.contradicted } as const] : []),
    ...checks,
    ...(calibrated === undefined ? [] : [calibrationLine(calibrated)]),
  ];
};

/** Neither for nor against: the confidence is what such edges deserve on the whole. */
const calibrationLine = ({ raw, labels, at }: Calibrated): SignalLine => ({
  weight: "neutral",
  text: edgePanelWords().calibrated(formatConfidence(raw), labels, formatDate(at)),
});

const RESOLUTION_WEIGHTS = {
  "id-in-text": "for",
  "own-link": "for",
  alias: "neutral",
  search: "neutral",
  unresolved: "against",
  elsewhere: "neutral",
} satisfies Record<Signals["resolvedBy"], SignalLine["weight"]>;
