import type {
  DatasetDetail,
  DatasetPage,
  DatasetQuery,
  DocumentDetail,
  EdgeDetail,
  GraphSnapshot,
  Health,
  LineageQuery,
  LineageView,
  SnapshotQuery,
} from "../schema/api.ts";
import type { GraphOverview, OverviewQuery } from "../schema/graph-overview.ts";
import type { DatasetId, EdgeId, Sha256 } from "../schema/ids.ts";
import type { PathQuery, PathView } from "../schema/paths.ts";
import type { CommonAncestors, CommonAncestorsQuery, TargetsQuery } from "../schema/lineage.ts";

export interface SearchQuery extends Partial<
  Pick<DatasetQuery, "order" | "kind" | "state" | "domain" | "owner">
> {
  /** Words of an id, a name, an owner or another spelling; empty lists everything. */
  readonly text: string;
  /** Items of one page, 1 to 200. */
  readonly limit: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** What commands and routes read of the graph. An unknown id is NOT_FOUND; a former or other spelling leads to its dataset. */
export interface LineageReader {
  search(query: SearchQuery): Promise<DatasetPage>;
  dataset(id: DatasetId): Promise<DatasetDetail>;
  lineage(id: DatasetId, query: LineageQuery): Promise<LineageView>;
  /** The union of the walks from several datasets, with one level more where it was asked for. */
  lineages(query: TargetsQuery): Promise<LineageView>;
  /** What all of the targets derive from, nearest first. */
  commonAncestors(query: CommonAncestorsQuery): Promise<CommonAncestors>;
  /** What documents name without the dataset being built from it, each edge with its reason and proof. */
  rejected(id: DatasetId): Promise<readonly EdgeDetail[]>;
  /** Ways between two datasets over accepted and flagged edges, whichever of them derives from the other. */
  paths(query: PathQuery): Promise<PathView>;
  edge(id: EdgeId): Promise<EdgeDetail>;
  document(sha256: Sha256): Promise<DocumentDetail>;
}

export interface SnapshotSource {
  /** Another text after every committed write; under writes, a large graph is shown as it was a little before. */
  version(): Promise<string>;
  snapshot(query: SnapshotQuery): Promise<GraphSnapshot>;
  overview(query: OverviewQuery): Promise<GraphOverview>;
}

export interface HealthReader {
  health(): Promise<Health>;
}
