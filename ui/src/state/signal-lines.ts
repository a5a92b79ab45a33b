import type { Signals } from "../../../schema/edge.ts";
import { formatConfidence, formatPlural } from "./format.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";

/** One reason for, or against, an edge's confidence. */
export interface SignalLine {
  readonly weight: "for" | "neutral" | "against";
  readonly text: string;
}

/** Says what a confidence was computed from, in the order in which a reader would ask. */
export const toSignalLines = (signals: Signals): readonly SignalLine[] => {
  if (signals.documents === 0) {
    const checks = signals.failedChecks.map(
      (check) => ({ weight: "against", text: vocabularyWords().flag[check] }) as const,
    );
    return [{ weight: "against", text: "no document of ours says so" }, ...checks];
  }
  const kinds = signals.documentKinds.map((kind) => vocabularyWords().document[kind]).join(", ");
  const tracers = signals.tracers.map((tracer) => vocabularyWords().tracer[tracer]).join(" and ");
  return [
    {
      weight: signals.documents > 1 ? "for" : "neutral",
      text: `${formatPlural(signals.documents, "document")}: ${kinds}`,
    },
    {
      weight: signals.tracers.length > 1 ? "for" : "neutral",
      text: `found by ${tracers}, best score ${formatConfidence(signals.bestScore)}`,
    },
    {
      weight: RESOLUTION_WEIGHTS[signals.resolvedBy],
      text: `${vocabularyWords().resolution[signals.resolvedBy]}, score ${formatConfidence(signals.resolution)}`,
    },
    ...(signals.contradicted ? [{ weight: "against", text: "a document says the opposite" } as const] : []),
    ...signals.failedChecks.map(
      (check) => ({ weight: "against", text: vocabularyWords().flag[check] }) as const,
    ),
  ];
};

const RESOLUTION_WEIGHTS = {
  "id-in-text": "for",
  "own-link": "for",
  alias: "neutral",
  search: "neutral",
  unresolved: "against",
  elsewhere: "neutral",
} satisfies Record<Signals["resolvedBy"], SignalLine["weight"]>;
