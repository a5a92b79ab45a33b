import type { ExchangeGraph, ExportContext } from "./exchange-graph.ts";

/** What commands and routes tell of a format. */
export interface ExportFormat {
  /** How commands and routes name it: lower case, words joined by hyphens. */
  readonly name: string;
  /** How people name it. */
  readonly title: string;
  /** One sentence: what is in it and what reads it. */
  readonly description: string;
  /** With its parameters, as HTTP sends it. */
  readonly mediaType: string;
  /** Without a dot: "gexf", "prov.json". */
  readonly extension: string;
  /** graph: the whole graph or one dataset's surroundings; whole: nothing but the whole; dataset: one dataset must be named. */
  readonly scope: "graph" | "whole" | "dataset";
}

/** A way to write the graph for other tools. Deterministic: the same graph and context give the same text. */
export interface Exporter extends ExportFormat {
  /** The whole text, or its pieces in order. Fails with INPUT_INVALID when the format cannot say what the graph holds. */
  write(graph: ExchangeGraph, context: ExportContext): string | Iterable<string> | AsyncIterable<string>;
}
