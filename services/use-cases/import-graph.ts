import { open, readdir, stat } from "node:fs/promises";
import { IMPORTERS } from "../../graph/exchange/import-formats.ts";
import type {
  ImportDependencies,
  Importer,
  ImportProbe,
  ImportReport,
  ImportRequest,
} from "../../graph/exchange/importer.ts";
import { AppError } from "../../schema/errors.ts";

export interface ImportGraphRequest extends ImportRequest {
  /** A name of IMPORTERS, or "auto" for whichever the input looks like. */
  readonly format: string;
}

export interface ImportGraphDependencies extends ImportDependencies {
  /** What follows from new nodes and edges, and is not the format's to know. */
  readonly afterImport: () => Promise<unknown>;
}

/** Reads a file or folder into the graph. Fails with INPUT_INVALID, the graph as it was, for whatever cannot become part of it. */
export const importGraph = async (
  request: ImportGraphRequest,
  { afterImport, ...dependencies }: ImportGraphDependencies,
): Promise<ImportReport> => {
  const probe = await probeInput(request.path);
  const importer = request.format === "auto" ? detect(probe) : named(request.format, probe);
  const report = await importer.run(request, dependencies);
  if (!request.dryRun) await afterImport();
  return report;
};

const HEAD_BYTES = 4_096;

const probeInput = async (path: string): Promise<ImportProbe> => {
  try {
    if ((await stat(path)).isDirectory()) {
      return { path, kind: "folder", head: "", entries: (await readdir(path)).sort() };
    }
    return { path, kind: "file", head: await readHead(path), entries: [] };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(`${path} cannot be read: ${reason}`, { code: "INPUT_INVALID", cause });
  }
};

const readHead = async (path: string): Promise<string> => {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead).toString("utf8");
  } finally {
    await file.close();
  }
};

const names = (): string => IMPORTERS.map(({ name }) => name).join(", ");

const detect = (probe: ImportProbe): Importer => {
  const importer = IMPORTERS.find((one) => one.reads.includes(probe.kind) && one.detects(probe));
  if (importer !== undefined) return importer;
  throw new AppError(`${probe.path} looks like none of the formats; name one of ${names()}`, {
    code: "INPUT_INVALID",
  });
};

const named = (name: string, { path, kind }: ImportProbe): Importer => {
  const importer = IMPORTERS.find((one) => one.name === name);
  if (importer === undefined) {
    throw new AppError(`there is no format ${name}; choose one of ${names()}`, { code: "INPUT_INVALID" });
  }
  if (importer.reads.includes(kind)) return importer;
  throw new AppError(`${name} reads a ${importer.reads.join(" or a ")}, and ${path} is a ${kind}`, {
    code: "INPUT_INVALID",
  });
};
