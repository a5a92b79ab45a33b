import type { ExchangeGraph } from "../exchange-graph.ts";
import type { Exporter } from "../exporter.ts";
import { indexExchange } from "../index-exchange.ts";
import { toCsvRecord } from "./csv-text.ts";
import { EDGE_COLUMNS, toEdgeRow } from "./edge-columns.ts";

/** RFC 4180, in UTF-8 with a byte order mark: without one Excel takes it for the machine's own code page. */
export const CSV: Exporter = {
  name: "csv",
  title: "CSV of edges",
  description: "One row an edge with its best quote; changed and new rows come back in as proposals.",
  mediaType: "text/csv; charset=utf-8; header=present",
  extension: "csv",
  scope: "graph",
  write: writeCsv,
};

const BYTE_ORDER_MARK = "\uFEFF";

function* writeCsv(graph: ExchangeGraph): Generator<string> {
  const index = indexExchange(graph);
  yield `${BYTE_ORDER_MARK}${toCsvRecord(EDGE_COLUMNS)}`;
  for (const edge of [...graph.derivations, ...graph.modelUses, ...graph.clearings]) {
    const row = toEdgeRow(edge, index.proofsOf(edge));
    yield toCsvRecord(EDGE_COLUMNS.map((column) => row[column]));
  }
}
