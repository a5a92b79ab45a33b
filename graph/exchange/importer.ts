import type { Database } from "../database.ts";
import type { DocumentStore } from "../store/documents.ts";

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

/** One thing that an import adds or changes, or would with `dryRun`. */
export interface ImportChange {
  readonly change: "added" | "changed" | "proposed" | "ignored";
  /** What it concerns: `owner/name -> owner/name`, a dataset id. */
  readonly subject: string;
  /** What changes, or why nothing does. */
  readonly detail: string;
}

export interface ImportReport {
  readonly format: string;
  readonly dryRun: boolean;
  /** What was written, or would be, by kind: { datasets: 3, derivations: 7 }. */
  readonly counts: Readonly<Record<string, number>>;
  /** At most 1,000; `counts` tells of all. */
  readonly changes: readonly ImportChange[];
  /** Whole sentences for the person. */
  readonly notes: readonly string[];
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
