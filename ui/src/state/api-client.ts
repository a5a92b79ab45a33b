import type { z } from "zod";
import {
  DatasetDetail,
  DatasetPage,
  DocumentDetail,
  EdgeDetail,
  Health,
  LineageView,
  Problem,
  TraceList,
  type TraceRequest,
} from "../../../schema/api.ts";
import { ContaminationReport } from "../../../schema/contamination.ts";
import { GraphOverview } from "../../../schema/graph-overview.ts";
import { CommonAncestors } from "../../../schema/lineage.ts";
import { EdgeHistory } from "../../../schema/edge-history.ts";
import { type PathQuery, PathView } from "../../../schema/paths.ts";
import { LicenceConflicts } from "./reading/licence-conflict.ts";
import { RejectedList } from "./rejected-list.ts";
import { AppError, ERROR_CODES, type ErrorCode } from "../../../schema/errors.ts";
import type { DatasetId, EdgeId, Sha256, TraceId } from "../../../schema/ids.ts";
import { Trace } from "../../../schema/trace.ts";
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

/**
 * Asks the service that served the page. Every answer is parsed; every failure is an AppError with the
 * problem's own code, or UPSTREAM_FAILED (transient) when the service could not be reached or understood.
 */
export const createApiClient = (send: typeof fetch) => {
  const get = <Schema extends z.ZodType>(path: string, schema: Schema, signal?: AbortSignal) =>
    ask(send, { path, schema, ...(signal !== undefined && { signal }) });
  const post = <Schema extends z.ZodType>(path: string, schema: Schema, body: unknown) =>
    ask(send, { path, schema, body });
  return {
    health: (signal?: AbortSignal) => get("/api/health", Health, signal),
    search: (text: string, limit: number, signal?: AbortSignal) =>
      get(
        `/api/datasets?q=${toQueryValue(text.slice(0, LONGEST_SEARCH))}&limit=${limit}`,
        DatasetPage,
        signal,
      ),
    mostUsed: (limit: number, signal?: AbortSignal) =>
      get(`/api/datasets?order=uses&limit=${limit}`, DatasetPage, signal),
    overview: (signal?: AbortSignal) => get("/api/graph/overview", GraphOverview, signal),
    dataset: (id: DatasetId, signal?: AbortSignal) =>
      get(`/api/datasets/${segment(id)}`, DatasetDetail, signal),
    lineage: (request: LineageRequest, signal?: AbortSignal) =>
      get(lineagePath(request), LineageView, signal),
    commonAncestors: (request: CommonRequest, signal?: AbortSignal) =>
      get(commonPath(request), CommonAncestors, signal),
    rejected: (id: DatasetId, signal?: AbortSignal) =>
      get(`/api/datasets/${segment(id)}/rejected`, RejectedList, signal),
    licenceConflicts: (id: DatasetId, signal?: AbortSignal) =>
      ask(send, {
        path: "/api/cypher/saved/licence-conflicts",
        schema: LicenceConflicts,
        body: { parameters: { dataset: id } },
        ...(signal !== undefined && { signal }),
      }),
    contamination: (id: DatasetId, signal?: AbortSignal) =>
      get(`/api/datasets/${segment(id)}/contamination`, ContaminationReport, signal),
    edge: (id: EdgeId, signal?: AbortSignal) => get(`/api/edges/${segment(id)}`, EdgeDetail, signal),
    edgeHistory: (id: EdgeId, signal?: AbortSignal) =>
      get(`/api/edges/${segment(id)}/history`, EdgeHistory, signal),
    document: (sha256: Sha256, signal?: AbortSignal) =>
      get(`/api/documents/${sha256}`, DocumentDetail, signal),
    paths: ({ from, to, kind, limit }: PathQuery, signal?: AbortSignal) =>
      get(`/api/paths?from=${segment(from)}&to=${segment(to)}&kind=${kind}&limit=${limit}`, PathView, signal),
    traces: (signal?: AbortSignal) => get("/api/traces", TraceList, signal),
    trace: (id: TraceId, signal?: AbortSignal) => get(`/api/traces/${segment(id)}`, Trace, signal),
    startTrace: (request: TraceRequest) => post("/api/traces", Trace, request),
    cancelTrace: (id: TraceId) => post(`/api/traces/${segment(id)}/cancel`, Trace, {}),
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

export interface Ask<Schema> {
  readonly path: string;
  readonly schema: Schema;
  readonly body?: unknown;
  /** POST with a body and GET without one, unless it says otherwise. */
  readonly method?: "PUT" | "DELETE";
  /** Makes a write that is sent twice happen once. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Asks the service one question; fails as createApiClient says. */
export const ask = async <Schema extends z.ZodType>(send: typeof fetch, question: Ask<Schema>) => {
  const response = await reach(send, question);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw toError(response.status, body, question.path);
  const parsed = question.schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError(`the service's answer for ${question.path} is not what this page expects`, {
    code: "UPSTREAM_FAILED",
    cause: parsed.error,
  });
};

const reach = async <Schema>(send: typeof fetch, question: Ask<Schema>): Promise<Response> => {
  const { path, body, method, idempotencyKey, signal } = question;
  const write: RequestInit = {
    ...(method !== undefined && { method }),
    ...(body !== undefined && { method: method ?? "POST", body: JSON.stringify(body) }),
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
    },
  };
  try {
    return await send(path, { ...write, ...(signal !== undefined && { signal }) });
  } catch (cause) {
    if (signal?.aborted === true) throw new AppError("no longer needed", { code: "CANCELLED", cause });
    throw new AppError("the service cannot be reached", { code: "UPSTREAM_FAILED", transient: true, cause });
  }
};

const toError = (status: number, body: unknown, path: string): AppError => {
  const problem = Problem.safeParse(body);
  if (!problem.success) {
    return new AppError(`the service answered ${status} for ${path}`, { code: codeForStatus(status) });
  }
  const code = ERROR_CODES.find((one) => one === problem.data.code) ?? codeForStatus(status);
  return new AppError(problem.data.detail, { code, context: { status, title: problem.data.title } });
};

const codeForStatus = (status: number): ErrorCode => (status === 404 ? "NOT_FOUND" : "UPSTREAM_FAILED");
