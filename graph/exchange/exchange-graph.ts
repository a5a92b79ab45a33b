import type { Direction } from "../../schema/query-choices.ts";
import type { ModelNode } from "../../schema/commit.ts";
import type { ContaminationFlag } from "../../schema/contamination.ts";
import type { Alias, Dataset } from "../../schema/dataset.ts";
import type { Document } from "../../schema/document.ts";
import type { Clearing, Derivation, Evidence, ModelUse } from "../../schema/edge.ts";
import type { DatasetId } from "../../schema/ids.ts";
import type { Trace } from "../../schema/trace.ts";
import type { Status } from "../../schema/vocabulary.ts";

/** A document as one dataset has it: address, revision and title are the dataset's own, the text may be shared. */
export interface Description {
  readonly dataset: DatasetId;
  readonly document: Document;
}

/**
 * What every one-way export format writes from: the whole graph, or what surrounds one dataset. Every list is in a fixed order
 * (code units of ids), so that the same graph gives the same bytes. Both ends of every edge, the edge of every evidence and the
 * document of every evidence are there too.
 */
export interface ExchangeGraph {
  /** The dataset whose surroundings this is; absent for the whole graph. */
  readonly root?: DatasetId;
  /** By id. Benchmarks and families are among them (`isBenchmark`, `isFamily`). */
  readonly datasets: readonly Dataset[];
  /** By id. */
  readonly models: readonly ModelNode[];
  /** By hash. */
  readonly documents: readonly Document[];
  /** By dataset, then by document. */
  readonly descriptions: readonly Description[];
  /** By dataset, then by family. */
  readonly members: readonly { readonly dataset: DatasetId; readonly family: DatasetId }[];
  /** By dataset, then by key. */
  readonly aliases: readonly Alias[];
  /** Derived dataset -> source, by derived dataset, source, id. */
  readonly derivations: readonly Derivation[];
  /** Dataset -> model, in the same order. */
  readonly modelUses: readonly ModelUse[];
  /** Dataset -> benchmark, in the same order. */
  readonly clearings: readonly Clearing[];
  /** How datasets stand to benchmarks, when both are there: by dataset, benchmark, level. */
  readonly contaminations: readonly ContaminationFlag[];
  /** By edge, document, start, id. */
  readonly evidence: readonly Evidence[];
  /** Those that found or last confirmed an edge, by id. */
  readonly traces: readonly Trace[];
}

export interface ExchangeRequest {
  /** Absent for the whole graph. */
  readonly around?: {
    readonly dataset: DatasetId;
    readonly direction: Direction;
    /** Levels from the dataset. */
    readonly depth: number;
  };
  /** Edges of other statuses are left out, and so is what only they name. */
  readonly statuses: readonly Status[];
}

/** What an export must not take from its surroundings, so that its bytes depend on nothing else. */
export interface ExportContext {
  readonly exportedAt: Date;
  /** The program's version. */
  readonly version: string;
  /**
   * Begins the addresses of things that have none of their own (an edge, a trace, a document's text); ends in "/" or ":".
   *
   * @example `${baseUrl}edges/${edge.id}`
   */
  readonly baseUrl: string;
}
