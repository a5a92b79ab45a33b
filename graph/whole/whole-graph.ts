import type { DatasetId, EdgeId } from "../../schema/ids.ts";

/** Created on a day that nobody knows; days count from 1970-01-01. */
export const NO_DAY = -2_147_483_648;
/** No licence known. */
export const NO_LICENCE = 0xffff_ffff;

/**
 * The whole accepted and flagged graph in columns, small enough to be kept in memory: nodes in the order of their ids; edges in the order
 * of their derived ends, which are positions of nodes as the others are, then of their own ids. Words are positions in the lists of
 * schema/.
 */
export interface WholeGraph {
  readonly nodes: {
    readonly id: readonly DatasetId[];
    readonly state: Uint8Array;
    /** 0 a dataset, 1 a benchmark, 2 a family, 3 both. */
    readonly kind: Uint8Array;
    readonly downloads: readonly (number | null)[];
    /** The sum of 2 to the power of each of its domains' positions in DOMAINS. */
    readonly domains: Uint8Array;
    /** Position in FLAG_LEVELS. */
    readonly level: Uint8Array;
    /** Position in `licences`, or NO_LICENCE. */
    readonly licence: Uint32Array;
    /** Or NO_DAY. */
    readonly created: Int32Array;
    /** Position in `owners`. */
    readonly owner: Uint32Array;
    readonly sources: Uint32Array;
    readonly uses: Uint32Array;
  };
  readonly edges: {
    readonly id: readonly EdgeId[];
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    readonly relation: Uint8Array;
    /** 0 accepted, 1 flagged. */
    readonly status: Uint8Array;
    /** 0 to 1, to three digits. */
    readonly confidence: readonly number[];
  };
  readonly licences: readonly string[];
  /** As `ownerOf` names them. */
  readonly owners: readonly string[];
}
