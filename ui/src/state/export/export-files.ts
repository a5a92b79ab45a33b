import { toFileName } from "./file-name.ts";
import type { ShownGraph } from "./shown-graph.ts";
import { toEdgeCsv, toNodeCsv } from "./to-csv.ts";
import { toGexf } from "./to-gexf.ts";
import { toGraphMl } from "./to-graph-ml.ts";
import { toJson } from "./to-json.ts";

export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

export interface ExportContext {
  /** The dataset that the view starts from. */
  readonly root: string | undefined;
  /** What is shown, in a sentence. */
  readonly description: string;
  readonly address: string;
  readonly now: Date;
}

export const DATA_FORMATS = ["gexf", "graphml", "nodes-csv", "edges-csv", "json"] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

/** What is shown as a file in one of the formats that are written here. */
export const toExportFile = (format: DataFormat, graph: ShownGraph, context: ExportContext): ExportFile => {
  const { root, description, address, now } = context;
  switch (format) {
    case "gexf":
      return {
        name: toFileName(root, "gexf"),
        mediaType: "application/gexf+xml",
        text: toGexf(graph, { description, now }),
      };
    case "graphml":
      return {
        name: toFileName(root, "graphml"),
        mediaType: "application/graphml+xml",
        text: toGraphMl(graph),
      };
    case "nodes-csv":
      return { name: toFileName(root, "nodes.csv"), mediaType: "text/csv", text: toNodeCsv(graph) };
    case "edges-csv":
      return { name: toFileName(root, "edges.csv"), mediaType: "text/csv", text: toEdgeCsv(graph) };
    case "json":
      return {
        name: toFileName(root, "json"),
        mediaType: "application/json",
        text: toJson(graph, { address, now }),
      };
    default:
      return format satisfies never;
  }
};
