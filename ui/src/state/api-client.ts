import type {
  DatasetDetail,
  DatasetPage,
  DocumentDetail,
  EdgeDetail,
  Health,
  LineageView,
  TraceList,
  TraceRequest,
} from "../../../schema/api.ts";
import type { ContaminationReport } from "../../../schema/contamination.ts";
import type { CypherAnswer } from "../../../schema/cypher.ts";
import type { EdgeHistory } from "../../../schema/edge-history.ts";
import type { GraphOverview } from "../../../schema/graph-overview.ts";
import type { DatasetId, EdgeId, Sha256, TraceId } from "../../../schema/ids.ts";
import type { CommonAncestors } from "../../../schema/lineage.ts";
import type { PathQuery, PathView } from "../../../schema/paths.ts";
import type { Trace } from "../../../schema/trace.ts";
import { ask } from "./ask.ts";
import { toLicenceConflicts } from "./reading/licence-conflict.ts";
import type { RejectedList } from "./rejected-list.ts";
import { toQueryValue } from "./to-query-value.ts";
import type { ViewState } from "./view-state.ts";

export type LineageRequest = Pick<ViewState, "direction" | "depth" | "statuses"> & {
  readonly root: DatasetId;
  /** Further targets. */
  readonly others?: readonly DatasetId[];
  /** Datasets that are shown with their sources, or their uses, whatever the depth is. */
  readonly up?: readonly DatasetId[];
  readonly down?: readonly DatasetId[];
};

export type CommonRequest = Pick<ViewState, "statuses"> & { readonly targets: readonly DatasetId[] };

export type ApiClient = ReturnType<typeof createApiClient>;

/** Asks the service that served the page; fails as `ask` says. */
export const createApiClient = (send: typeof fetch) => {
  const get = <Answer extends object>(path: string, signal?: AbortSignal) =>
    ask<Answer>(send, { path, ...(signal !== undefined && { signal }) });
  const post = <Answer extends object>(path: string, body: unknown) => ask<Answer>(send, { path, body });
  return {
    health: (signal?: AbortSignal) => get<Health>("/api/health", signal),
    search: (text: string, limit: number, signal?: AbortSignal) =>
      get<DatasetPage>(
        `/api/datasets?q=${toQueryValue(text.slice(0, LONGEST_SEARCH))}&limit=${limit}`,
        signal,
      ),
    mostUsed: (limit: number, signal?: AbortSignal) =>
      get<DatasetPage>(`/api/datasets?order=uses&limit=${limit}`, signal),
    overview: (signal?: AbortSignal) => get<GraphOverview>("/api/graph/overview", signal),
    dataset: (id: DatasetId, signal?: AbortSignal) =>
      get<DatasetDetail>(`/api/datasets/${segment(id)}`, signal),
    lineage: (request: LineageRequest, signal?: AbortSignal) =>
      get<LineageView>(lineagePath(request), signal),
    commonAncestors: (request: CommonRequest, signal?: AbortSignal) =>
      get<CommonAncestors>(commonPath(request), signal),
    rejected: (id: DatasetId, signal?: AbortSignal) =>
      get<RejectedList>(`/api/datasets/${segment(id)}/rejected`, signal),
    licenceConflicts: async (id: DatasetId, signal?: AbortSignal) => {
      const path = "/api/cypher/saved/licence-conflicts";
      const body = { parameters: { dataset: id } };
      return toLicenceConflicts(
        await ask<CypherAnswer>(send, { path, body, ...(signal !== undefined && { signal }) }),
      );
    },
    contamination: (id: DatasetId, signal?: AbortSignal) =>
      get<ContaminationReport>(`/api/datasets/${segment(id)}/contamination`, signal),
    edge: (id: EdgeId, signal?: AbortSignal) => get<EdgeDetail>(`/api/edges/${segment(id)}`, signal),
    edgeHistory: (id: EdgeId, signal?: AbortSignal) =>
      get<EdgeHistory>(`/api/edges/${segment(id)}/history`, signal),
    document: (sha256: Sha256, signal?: AbortSignal) =>
      get<DocumentDetail>(`/api/documents/${sha256}`, signal),
    paths: ({ from, to, kind, limit }: PathQuery, signal?: AbortSignal) =>
      get<PathView>(`/api/paths?from=${segment(from)}&to=${segment(to)}&kind=${kind}&limit=${limit}`, signal),
    traces: (signal?: AbortSignal) => get<TraceList>("/api/traces", signal),
    trace: (id: TraceId, signal?: AbortSignal) => get<Trace>(`/api/traces/${segment(id)}`, signal),
    startTrace: (request: TraceRequest) => post<Trace>("/api/traces", request),
    cancelTrace: (id: TraceId) => post<Trace>(`/api/traces/${segment(id)}/cancel`, {}),
  };
};

/** Characters of a search that the service looks at; who pastes a page finds what its beginning finds. */
const LONGEST_SEARCH = 200;

const segment = (id: string): string => encodeURIComponent(id);

const lineagePath = ({ root, others = [], up = [], down = [], ...walk }: LineageRequest): string => {
  const pairs = [
    ...[root, ...others].map((id) => `target=${segment(id)}`),
    `direction=${walk.direction}`,
    `depth=${walk.depth}`,
    `status=${walk.statuses.join(",")}`,
    ...up.map((id) => `up=${segment(id)}`),
    ...down.map((id) => `down=${segment(id)}`),
  ];
  return `/api/lineage?${pairs.join("&")}`;
};

const commonPath = ({ targets, statuses }: CommonRequest): string =>
  `/api/lineage/common?${targets.map((id) => `target=${segment(id)}`).join("&")}&status=${statuses.join(",")}`;
