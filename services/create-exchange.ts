import type { Database } from "../graph/database.ts";
import type { DocumentStore } from "../graph/store/documents.ts";
import type { LineageStore } from "../graph/store/lineage.ts";
import type { ExchangeFormats, ImportReport } from "../schema/exchange.ts";
import { readVersion } from "./read-version.ts";
import type { ExportRequest, GraphExport } from "./use-cases/export-graph.ts";
import type { ImportGraphRequest } from "./use-cases/import-graph.ts";

/** The graph out and in, as commands and routes ask for it. */
export interface Exchange {
  formats(): Promise<ExchangeFormats>;
  export(request: ExportRequest): Promise<GraphExport>;
  import(request: ImportGraphRequest): Promise<ImportReport>;
}

interface ExchangeDependencies {
  readonly database: Database;
  readonly documents: DocumentStore;
  readonly store: Pick<LineageStore, "known" | "applyBenchmarks">;
  readonly now: () => Date;
}

/** The formats are many files: they are loaded when one is asked for, not when the program starts. */
export const createExchange = (dependencies: ExchangeDependencies): Exchange => ({
  formats: async () => {
    const { listFormats } = await import("./use-cases/export-formats.ts");
    return listFormats();
  },
  export: async (request) => {
    const { exportGraph } = await import("./use-cases/export-graph.ts");
    return exportGraph(request, { ...dependencies, version: readVersion() });
  },
  import: async (request) => {
    const { importGraph } = await import("./use-cases/import-graph.ts");
    // New nodes may be benchmarks of the list.
    const afterImport = () => dependencies.store.applyBenchmarks();
    return importGraph(request, { ...dependencies, afterImport });
  },
});
