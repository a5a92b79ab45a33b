import type { z } from "zod";
import type { DatasetCommit, FrontierEntry } from "../schema/commit.ts";
import type { Dataset } from "../schema/dataset.ts";
import type { Document, FrozenDocument } from "../schema/document.ts";
import type { TraceEventBody } from "../schema/events.ts";
import type { DatasetId, Sha256, TraceId } from "../schema/ids.ts";
import type { Trace } from "../schema/trace.ts";

export type { DatasetCommit, FrontierEntry, ModelNode } from "../schema/commit.ts";

/**
 * The answer to "is it there?". "We could not look" (unreachable, rate-limited, refused) is never the same as
 * "it does not exist" (not-found). `refused`: our own guard would not go there.
 */
export type Lookup<Value> =
  | { readonly kind: "found"; readonly value: Value }
  | {
      readonly kind: "not-found" | "gated" | "unreachable" | "rate-limited" | "refused";
      readonly reason: string;
    };

/** What the Hub says of a dataset. `id` is the Hub's own spelling: it differs from the id asked for after a rename. */
export interface HubDataset {
  readonly id: DatasetId;
  /** Commit hash of the default branch, when the Hub gives it. */
  readonly revision?: string;
  readonly createdAt?: string;
  readonly downloads?: number;
  readonly likes?: number;
  readonly gated: boolean;
  /** The Hub's tags as they are: `license:mit`, `arxiv:2401.00001`, `language:en`, `task_categories:...`. */
  readonly tags: readonly string[];
}

export interface HubPort {
  dataset(id: DatasetId, signal: AbortSignal): Promise<Lookup<HubDataset>>;
  card(dataset: HubDataset, signal: AbortSignal): Promise<Lookup<FrozenDocument>>;
  /** Hub search by name, best first, at most 20. */
  search(query: string, signal: AbortSignal): Promise<Lookup<readonly HubDataset[]>>;
}

/** Something outside the Hub that may describe a dataset. */
export type Resource =
  | { readonly kind: "github"; readonly url: string }
  | { readonly kind: "paper"; readonly arxivId: string }
  | { readonly kind: "paper-title"; readonly title: string }
  | { readonly kind: "blog"; readonly url: string };

/** A part of a resource that could not be looked at, while the rest of it was read. */
export interface UnreadPart {
  readonly url: string;
  readonly kind: Exclude<Lookup<never>["kind"], "found">;
  readonly reason: string;
}

export type ReadResource = Lookup<readonly FrozenDocument[]> & { readonly unread?: readonly UnreadPart[] };

export interface ResourcePort {
  /** Reads a resource; GitHub may give its README and data pages, everything else one document. */
  read(resource: Resource, signal: AbortSignal): Promise<ReadResource>;
}

export interface DocumentPort {
  save(frozen: FrozenDocument): Promise<void>;
  text(sha256: Sha256): Promise<string>;
  /** Undefined when no document with this hash was ever saved. */
  find(sha256: Sha256): Promise<Document | undefined>;
}

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars by the configured price; absent when no price is configured. */
  readonly cost?: number;
}

export interface ModelQuestion<Answer> {
  readonly promptVersion: string;
  readonly system: string;
  readonly user: string;
  /** Hash of the document that the question is about: part of the answer's key. */
  readonly document: Sha256;
  /** Flat schema in the subset that strict structured output takes: nullable, no optional, no record, no union of objects. */
  readonly schema: z.ZodType<Answer>;
}

/** Every outcome is stored before it is returned; `reused` means that nothing was asked or paid. */
export type ModelAnswer<Answer> =
  | {
      readonly kind: "answered";
      readonly value: Answer;
      readonly usage?: TokenUsage;
      readonly reused: boolean;
    }
  | {
      readonly kind: "unreadable" | "refused" | "unreachable";
      readonly reason: string;
      readonly usage?: TokenUsage;
      readonly reused: boolean;
    };

export interface LanguageModelPort {
  readonly name: string;
  ask<Answer>(question: ModelQuestion<Answer>, signal: AbortSignal): Promise<ModelAnswer<Answer>>;
}

export interface LineagePort {
  dataset(id: DatasetId): Promise<Dataset | undefined>;
  /** The datasets that these spellings are known to mean, by lower-cased key. */
  aliases(keys: readonly string[]): Promise<ReadonlyMap<string, DatasetId>>;
  /** Those of these spellings of which a reviewer said what they mean, by lower-cased key. */
  decidedNames(keys: readonly string[]): Promise<ReadonlyMap<string, DatasetId>>;
  /** Those of `sources` from which `derived` can be reached upstream over accepted edges: an edge to them closes a cycle. */
  closingCycles(derived: DatasetId, sources: readonly DatasetId[]): Promise<ReadonlySet<DatasetId>>;
  commit(commit: DatasetCommit): Promise<void>;
}

/** What earlier traces left of a dataset, so that an unchanged one need not be read again. */
export interface EarlierVisit {
  /** The card that its edges were taken from; absent when it had none. */
  readonly card?: Sha256;
  /** Its accepted and flagged sources on the Hub, accepted first, then by confidence. */
  readonly sources: readonly DatasetId[];
  /** What it read; the texts are in the document store. */
  readonly documents: readonly Document[];
}

export interface EarlierVisitPort {
  /** Undefined when no trace has read the dataset to its end. */
  find(id: DatasetId): Promise<EarlierVisit | undefined>;
}

/** The traces and their frontier, kept in the lineage graph so that a killed process goes on from there. */
export interface FrontierPort {
  /** Writes the trace and its roots; does nothing when it exists. */
  begin(trace: Trace): Promise<void>;
  /** The entry to visit next, depth first, or undefined when the frontier is empty. It stays until its commit. */
  next(traceId: TraceId): Promise<FrontierEntry | undefined>;
  size(traceId: TraceId): Promise<number>;
  end(trace: Trace): Promise<void>;
}

export interface Clock {
  now(): Date;
}

export type Emit = (event: TraceEventBody) => void;
