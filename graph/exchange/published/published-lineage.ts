import type { DatasetId } from "../../../schema/ids.ts";
import type { DataType, DocumentKind, Domain, FlagReason, Relation } from "../../../schema/vocabulary.ts";

/** Where a lineage was published. */
export interface Publication {
  /** `arXiv:2604.10480` */
  readonly citation: string;
  /** Which of its graphs this is, when there are several: `text`. */
  readonly part?: string;
  /** Address and revision of the files. */
  readonly url?: string;
  readonly revision?: string;
}

/** What a publication says of a dataset: facts alone, no sentence of its. */
export interface PublishedDataset {
  readonly id: DatasetId;
  /** As written, when the id does not tell it: of datasets outside the Hub. */
  readonly name?: string;
  /** Other spellings of the id in the publication. */
  readonly spellings?: readonly string[];
  readonly domains?: readonly Domain[];
  readonly dataType?: DataType;
  /** YYYY-MM */
  readonly hubMonth?: string;
  readonly paperMonth?: string;
  readonly downloads?: number;
}

/** A published claim that one dataset was built from another. */
export interface PublishedEdge {
  readonly from: DatasetId;
  readonly to: DatasetId;
  readonly relation: Relation;
  /** The publication's own figure, 0 to 1. */
  readonly confidence: number;
  readonly documentKinds: readonly DocumentKind[];
  readonly onHub?: boolean;
  /** What the publication alone tells against the claim; order in time and cycles are judged in the graph. */
  readonly flags: readonly FlagReason[];
}

/** A published lineage with our ids; each pair of datasets once, ordered by ids. */
export interface PublishedLineage {
  readonly publication: Publication;
  readonly datasets: readonly PublishedDataset[];
  readonly edges: readonly PublishedEdge[];
}
