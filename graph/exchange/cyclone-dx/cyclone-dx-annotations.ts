import type { Edge } from "../../../schema/edge.ts";
import { toContaminationSentence } from "../contamination-sentence.ts";
import { refOf } from "./cyclone-dx-components.ts";
import { toEdgeSentence } from "../edge-sentence.ts";
import type { ExchangeGraph, ExportContext } from "../exchange-graph.ts";
import { indexExchange } from "../index-exchange.ts";

/** What is said about components and is no pedigree: clearings, contamination, what waits for a person, what was rejected. */
export const toAnnotations = (graph: ExchangeGraph, { exportedAt, version }: ExportContext) => {
  const index = indexExchange(graph);
  const unsettled = [...graph.derivations, ...graph.modelUses].filter(({ status }) => status !== "accepted");
  const remarks = [
    ...[...unsettled, ...graph.clearings].map((edge) => ({
      subjects: [refOf("dataset", edge.from), otherEnd(edge)],
      text: toEdgeSentence(edge, index),
    })),
    ...graph.contaminations.map((flag) => ({
      subjects: [refOf("dataset", flag.dataset), refOf("dataset", flag.benchmark)],
      text: toContaminationSentence(flag),
    })),
  ];
  return remarks.map(({ subjects, text }) => ({
    subjects: [...new Set(subjects)],
    annotator: { component: { type: "application", name: "stemma", version } },
    timestamp: exportedAt.toISOString(),
    text,
  }));
};

const otherEnd = (edge: Edge): string => refOf(edge.kind === "model-use" ? "model" : "dataset", edge.to);
