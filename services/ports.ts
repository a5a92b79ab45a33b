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
  PathView,
  SnapshotQuery,
} from "../schema/api.ts";
import type { DatasetId, EdgeId, Sha256 } from "../schema/ids.ts";

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
  /** What documents name without the dataset being built from it, each edge with its reason and proof. */
  rejected(id: DatasetId): Promise<readonly EdgeDetail[]>;
  /** Ways upstream from one dataset to another over accepted and flagged edges, shortest first. */
  paths(from: DatasetId, to: DatasetId): Promise<PathView>;
  edge(id: EdgeId): Promise<EdgeDetail>;
  document(sha256: Sha256): Promise<DocumentDetail>;
}

export interface SnapshotSource {
  /** Another text after every committed write. */
  version(): Promise<string>;
  snapshot(query: SnapshotQuery): Promise<GraphSnapshot>;
}

export interface HealthReader {
  health(): Promise<Health>;
}
