import type { Database } from "../../graph/database.ts";
import type { ExchangeGraph, ExportContext } from "../../graph/exchange/exchange-graph.ts";
import type { ExportFormat } from "../../graph/exchange/exporter.ts";
import { EXPORTERS, EXPORT_FORMATS } from "../../graph/exchange/formats.ts";
import { GRAPH_FILE, writeGraphFile } from "../../graph/exchange/jsonl/write-graph-file.ts";
import { readExchangeGraph } from "../../graph/exchange/read-exchange-graph.ts";
import type { DocumentStore } from "../../graph/store/documents.ts";
import type { LineageStore } from "../../graph/store/lineage.ts";
import type { Direction } from "../../schema/query-choices.ts";
import { AppError } from "../../schema/errors.ts";
import type { DatasetId } from "../../schema/ids.ts";
import type { Status } from "../../schema/vocabulary.ts";
import { canonicalId } from "../canonical-id.ts";

export interface ExportRequest {
  /** A name of EXPORT_FORMATS. */
  readonly format: string;
  /** Absent for the whole graph. */
  readonly dataset?: DatasetId;
  readonly direction: Direction;
  /** Levels from the dataset. */
  readonly depth: number;
  readonly statuses: readonly Status[];
  /** Whether the documents' texts come along; JSON Lines only. */
  readonly withDocuments: boolean;
  /** Begins the addresses of what has none; see ExportContext. */
  readonly baseUrl: string;
}

export interface GraphExport {
  readonly format: ExportFormat;
  /** A name for the file, without a folder. */
  readonly fileName: string;
  /** In chunks of some 64 KiB. */
  readonly chunks: AsyncIterable<string>;
}

export interface ExportDependencies {
  readonly database: Database;
  readonly documents: DocumentStore;
  readonly store: Pick<LineageStore, "known">;
  readonly now: () => Date;
  readonly version: string;
}

/** Fails with INPUT_INVALID before anything is written when the format cannot do what is asked, NOT_FOUND for an unknown dataset. */
export const exportGraph = async (
  request: ExportRequest,
  dependencies: ExportDependencies,
): Promise<GraphExport> => {
  const format = findFormat(request.format);
  refuseScope(format, request);
  const context = {
    exportedAt: dependencies.now(),
    version: dependencies.version,
    baseUrl: request.baseUrl,
  };
  const pieces =
    format === GRAPH_FILE
      ? writeGraphFile(toSource(request, dependencies), context)
      : await writeFormat(request, dependencies, context);
  return { format, fileName: toFileName(format, request.dataset), chunks: inChunks(pieces) };
};

const findFormat = (name: string): ExportFormat => {
  const format = EXPORT_FORMATS.find((one) => one.name === name);
  if (format !== undefined) return format;
  const names = EXPORT_FORMATS.map((one) => one.name).join(", ");
  throw new AppError(`there is no format ${name}; choose one of ${names}`, { code: "INPUT_INVALID" });
};

const refuseScope = ({ name, scope }: ExportFormat, { dataset, withDocuments }: ExportRequest): void => {
  if (scope === "whole" && dataset !== undefined) {
    throw new AppError(`${name} holds the whole graph; leave the dataset away, or choose another format`, {
      code: "INPUT_INVALID",
    });
  }
  if (scope === "dataset" && dataset === undefined) {
    throw new AppError(`${name} describes one dataset: say which`, { code: "INPUT_INVALID" });
  }
  if (withDocuments && name !== GRAPH_FILE.name) {
    throw new AppError(`${name} has no place for the documents' texts; ${GRAPH_FILE.name} has`, {
      code: "INPUT_INVALID",
    });
  }
};

const toSource = (
  { withDocuments }: ExportRequest,
  { database, documents }: ExportDependencies,
): Parameters<typeof writeGraphFile>[0] => ({ database, ...(withDocuments ? { documents } : {}) });

const writeFormat = async (
  request: ExportRequest,
  dependencies: ExportDependencies,
  context: ExportContext,
): Promise<Iterable<string> | AsyncIterable<string>> => {
  const exporter = EXPORTERS.find(({ name }) => name === request.format);
  if (exporter === undefined) throw new AppError(`no writer for ${request.format}`, { code: "INTERNAL" });
  const written = exporter.write(await readGraph(request, dependencies), context);
  return typeof written === "string" ? [written] : written;
};

const readGraph = async (
  { dataset, direction, depth, statuses }: ExportRequest,
  { database, store }: ExportDependencies,
): Promise<ExchangeGraph> => {
  const around =
    dataset === undefined ? {} : { around: { dataset: await canonicalId(store, dataset), direction, depth } };
  const graph = await readExchangeGraph(database, { statuses, ...around });
  if (graph !== undefined) return graph;
  throw new AppError(`the graph does not know ${dataset ?? ""}`, { code: "NOT_FOUND" });
};

/** Ids have slashes and colons, which no file name can have everywhere. */
const toFileName = ({ extension }: ExportFormat, dataset: DatasetId | undefined): string =>
  `${dataset === undefined ? "stemma-graph" : dataset.replace(/[^A-Za-z0-9.-]+/g, "_").slice(0, 100)}.${extension}`;

const CHUNK_LENGTH = 65_536;

async function* inChunks(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < CHUNK_LENGTH) continue;
    yield waiting.join("");
    waiting = [];
    length = 0;
  }
  if (length > 0) yield waiting.join("");
}
