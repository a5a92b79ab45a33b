import { createHash, randomUUID } from "node:crypto";
import { AppError } from "../../../schema/errors.ts";
import type { Database } from "../../database.ts";
import { ANY_DATASET, ANY_TRACE } from "../../queries/exchange.ts";
import type { DocumentStore } from "../../store/documents.ts";
import { ingestRecords } from "../../store/ingest/ingest.ts";
import type { GraphRecord } from "../../store/read/read-graph.ts";
import { adoptWithin } from "../../store/review/adopt-decisions.ts";
import { recomputeContamination } from "../../store/contamination/recompute-contamination.ts";
import type { Importer, ImportDependencies, ImportReport, ImportRequest } from "../importer.ts";
import { readLines } from "../read-lines.ts";
import { checkGraphFile, MAX_LINE_BYTES } from "./check-graph-file.ts";
import type { CheckedGraphFile } from "./check-graph-file.ts";
import { onlyNew } from "./only-new.ts";
import { parseLine } from "./parse-line.ts";
import { toRecord } from "./to-record.ts";

/** Reads a whole graph, as `writeGraphFile` writes it. The file is read twice: checked whole, then written. */
export const GRAPH_FILE_IMPORTER: Importer = {
  name: "jsonl",
  title: "Stemma graph (JSON Lines)",
  description:
    "A whole graph as `stemma export --format jsonl` writes it, into an empty graph or with what is there.",
  reads: ["file"],
  detects: ({ kind, head }) => kind === "file" && head.startsWith('{"kind":"header","format":"stemma-graph"'),
  run: importGraphFile,
};

async function importGraphFile(
  request: ImportRequest,
  dependencies: ImportDependencies,
): Promise<ImportReport> {
  if (!request.merge) await refuseContents(dependencies.database);
  const file = await checkGraphFile(request.path, request);
  const written = request.dryRun ? undefined : await write(request, { ...dependencies, file });
  return toReport(request, file, written);
}

const refuseContents = async (database: Database): Promise<void> => {
  const rows = [...(await database.read(ANY_DATASET)), ...(await database.read(ANY_TRACE))];
  if (rows.length === 0) return;
  throw new AppError(
    "the graph is not empty: choose an empty one, or merge, which adds what the graph lacks and changes nothing else",
    { code: "CONFLICT" },
  );
};

interface Target extends ImportDependencies {
  readonly file: CheckedGraphFile;
}

interface Written {
  readonly nodes: number;
  readonly relationships: number;
  readonly texts: number;
}

const write = async (
  request: ImportRequest,
  { database, documents, file, now }: Target,
): Promise<Written> => {
  const { signal, onProgress, merge } = request;
  let texts = 0;
  const records = readRecords(request, file, async (frozen) => {
    await documents.save(frozen);
    texts += 1;
  });
  let soFar = { nodes: 0, relationships: 0 };
  try {
    const count = await ingestRecords(database, merge ? onlyNew(database, records) : records, {
      ...(signal === undefined ? {} : { signal }),
      onProgress: (progress) => {
        soFar = { ...progress };
        onProgress?.({ stage: "writing", count: progress.nodes + progress.relationships });
      },
      finish: async (transaction) => {
        await recomputeContamination(transaction, { now: now() });
        await adoptWithin(transaction, { now: now(), newId: randomUUID });
      },
    });
    return { ...count, texts };
  } catch (error) {
    throw interrupted(error, soFar);
  }
};

/** The second reading; the texts are saved as they come. */
async function* readRecords(
  { path, signal }: ImportRequest,
  { footer }: CheckedGraphFile,
  save: (frozen: Parameters<DocumentStore["save"]>[0]) => Promise<void>,
): AsyncGenerator<GraphRecord> {
  const hash = createHash("sha256");
  for await (const line of readLines(path, {
    maxBytes: MAX_LINE_BYTES,
    ...(signal === undefined ? {} : { signal }),
  })) {
    const parsed = parseLine(line);
    if (parsed.kind === "footer") break;
    hash.update(line.bytes).update("\n");
    if (parsed.kind === "text") await save(parsed);
    else if (parsed.kind !== "header") yield toRecord(parsed);
  }
  if (hash.digest("hex") === footer.sha256) return;
  throw new AppError("the file was changed while it was read", { code: "INPUT_INVALID", context: { path } });
}

const interrupted = (error: unknown, { nodes, relationships }: Omit<Written, "texts">): AppError => {
  const reason = error instanceof Error ? error.message : String(error);
  const known = error instanceof AppError ? error : undefined;
  return new AppError(
    `${reason}; ${nodes} nodes and ${relationships} relationships were written before: import the file again with merge to complete it`,
    {
      code: known?.code ?? "INTERNAL",
      transient: known?.transient ?? false,
      context: { ...known?.context, nodes, relationships },
      cause: error,
    },
  );
};

const toReport = (
  { dryRun }: ImportRequest,
  { header, footer }: CheckedGraphFile,
  written: Written | undefined,
): ImportReport => {
  const { nodes, relationships, texts } = written ?? footer;
  return {
    format: GRAPH_FILE_IMPORTER.name,
    dryRun,
    counts: { nodes, relationships, texts },
    changes: [],
    notes: [
      `The file was written ${header.exportedAt} by Stemma ${header.version} from ${header.engine}.`,
      ...(header.withDocuments ? [] : ["It holds no texts: quotes cannot be shown in their documents here."]),
    ],
  };
};
