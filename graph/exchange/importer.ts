import type { ImportReport } from "../../schema/exchange.ts";
import type { Database } from "../database.ts";
import type { DocumentStore } from "../store/documents.ts";

export type { ImportChange, ImportReport } from "../../schema/exchange.ts";

/** What is known of a file or folder before anybody reads it as a format. */
export interface ImportProbe {
  readonly path: string;
  readonly kind: "file" | "folder";
  /** The first 4 KiB of a file as text; empty for a folder. */
  readonly head: string;
  /** Names in a folder, sorted; empty for a file. */
  readonly entries: readonly string[];
}

export interface ImportDependencies {
  readonly database: Database;
  readonly documents: DocumentStore;
  readonly now: () => Date;
}

export interface ImportRequest {
  /** File or folder. */
  readonly path: string;
  /** Read and check everything, say what would change, write nothing. */
  readonly dryRun: boolean;
  /** Write into a graph that is not empty, where the format would refuse to. */
  readonly merge: boolean;
  readonly signal?: AbortSignal;
  /** Called now and then, with a count of what was read or written. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly stage: "checking" | "writing";
  /** Lines, rows or records so far. */
  readonly count: number;
}

/**
 * A way to read facts into the graph. It checks everything before it writes anything: input that is refused (INPUT_INVALID, with
 * line and column in the message) leaves the graph as it was.
 */
export interface Importer {
  readonly name: string;
  readonly title: string;
  /** One sentence: what it reads and what becomes of it. */
  readonly description: string;
  readonly reads: readonly ImportProbe["kind"][];
  /** Whether the input looks like this format. */
  detects(probe: ImportProbe): boolean;
  run(request: ImportRequest, dependencies: ImportDependencies): Promise<ImportReport>;
}
