import { signal, type ReadonlySignal } from "@preact/signals";
import type { TraceList, TraceRequest } from "../../../schema/api.ts";
import type { AppError } from "../../../schema/errors.ts";
import type { DatasetId, TraceId } from "../../../schema/ids.ts";
import type { Budget } from "../../../schema/trace.ts";
import type { ApiClient } from "./api-client.ts";
import type { Navigation } from "./navigation.ts";
import { toAppError, type Resource } from "./resource.ts";

export interface TraceActions {
  readonly pending: ReadonlySignal<boolean>;
  /** The last start or stop that failed; undefined once another one is tried. */
  readonly failure: ReadonlySignal<AppError | undefined>;
  /** Starts a trace and shows its progress: beside the dataset that is explored, else on a page of its own. */
  start(dataset: DatasetId, budget?: Budget): Promise<void>;
  /** Starts a trace, or goes on with the last one of the same roots, and shows it on the page of traces. */
  begin(request: TraceRequest): Promise<void>;
  stop(traceId: TraceId): Promise<void>;
}

export interface TraceActionsDependencies {
  readonly api: Pick<ApiClient, "startTrace" | "cancelTrace">;
  readonly navigation: Navigation;
  readonly traces: Resource<TraceList>;
}

export const createTraceActions = ({ api, navigation, traces }: TraceActionsDependencies): TraceActions => {
  const pending = signal(false);
  const failure = signal<AppError | undefined>(undefined);
  const attempt = async (action: () => Promise<void>): Promise<void> => {
    // A second press while the first one is under way is a slip: the button that it was made on is not drawn anew yet.
    if (pending.peek()) return;
    pending.value = true;
    failure.value = undefined;
    try {
      await action();
      traces.reload();
    } catch (error) {
      failure.value = toAppError(error);
    } finally {
      pending.value = false;
    }
  };
  return {
    pending,
    failure,
    start: (dataset, budget = {}) =>
      attempt(async () => {
        const trace = await api.startTrace({ roots: [dataset], budget, refresh: false });
        const isExploring = navigation.view.peek().root !== undefined;
        const root = isExploring ? (trace.roots[0] ?? dataset) : undefined;
        const page = isExploring ? "explore" : "traces";
        navigation.navigate({ page, root, trace: trace.id, selection: undefined, document: undefined });
      }),
    begin: (request) =>
      attempt(async () => {
        const { id } = await api.startTrace(request);
        navigation.navigate({ page: "traces", trace: id, selection: undefined, document: undefined });
      }),
    stop: (traceId) =>
      attempt(async () => {
        await api.cancelTrace(traceId);
      }),
  };
};
