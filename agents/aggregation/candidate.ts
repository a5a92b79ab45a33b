import type { EdgeKind } from "../../schema/vocabulary.ts";
import type { DatasetId } from "../../schema/ids.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";

/** Everything that the documents of one visit say of one named thing, in one role. */
export interface Candidate {
  readonly kind: EdgeKind;
  /** Its identity within the visit: an id or link as the documents give it, else its name's key. */
  readonly key: string;
  /** Spellings, the most used first. */
  readonly names: readonly string[];
  /** The Hub id that the documents give, in the spelling that they use most; absent when they give none. */
  readonly hubId?: string;
  /** The typed id of the author's own link to a place off the Hub. */
  readonly linkedId?: DatasetId;
  /** In the order of document and offset, none twice. */
  readonly claims: readonly ProvenClaim[];
}
