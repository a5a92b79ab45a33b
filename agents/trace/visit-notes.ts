import type { Document } from "../../schema/document.ts";
import type { DatasetId, Sha256 } from "../../schema/ids.ts";
import type { DocumentKind } from "../../schema/vocabulary.ts";
import type { Aggregated } from "../aggregation/aggregate.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import type { HubDataset } from "../ports.ts";
import type { CardFacts } from "../retrieval/read-card-facts.ts";

/**
 * What one visit's nodes hand to each other beside the graph's state: everything that is large, or that comes from
 * outside. Each entry is written by one node under its own key, so a node that runs again writes the same once more.
 */
export interface VisitNotes {
  hub?: HubDataset;
  facts?: CardFacts;
  /** Why the visit ended as it did, when it was not simply traced. */
  reason?: string;
  /** The dataset is older than the date cut: its lineage ends with it. */
  isBeforeCut?: boolean;
  /** Sources that an earlier trace found, for a dataset that has not changed since. */
  knownSources: readonly DatasetId[];
  readonly documents: Map<Sha256, Document>;
  readonly claims: Map<Sha256, readonly ProvenClaim[]>;
  /** What could not be looked at, by what it is: a later trace reads the dataset again. */
  readonly missed: Map<string, string>;
  /** Kinds of the resources that could not be looked at: documents of an earlier visit stand in for them. */
  readonly unread: Set<DocumentKind>;
  aggregated?: Aggregated;
}

export const createVisitNotes = (): VisitNotes => ({
  knownSources: [],
  documents: new Map(),
  claims: new Map(),
  missed: new Map(),
  unread: new Set(),
});
