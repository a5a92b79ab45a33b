import type { TraceId } from "../../../../schema/ids.ts";
import type { TraceChanges } from "../../../../schema/trace-changes.ts";
import type { Trace } from "../../../../schema/trace.ts";
import { ask } from "../ask.ts";

export type TracesClient = ReturnType<typeof createTracesClient>;

export const createTracesClient = (send: typeof fetch) => ({
  trace: (id: TraceId, signal: AbortSignal): Promise<Trace> =>
    ask<Trace>(send, { path: `/api/traces/${encodeURIComponent(id)}`, signal }),
  changes: (id: TraceId, signal: AbortSignal): Promise<TraceChanges> =>
    ask<TraceChanges>(send, { path: `/api/traces/${encodeURIComponent(id)}/changes`, signal }),
});
