import type { TraceId } from "../../../../schema/ids.ts";
import { TraceChanges } from "../../../../schema/trace-changes.ts";
import { Trace } from "../../../../schema/trace.ts";
import { ask } from "../api-client.ts";

export type TracesClient = ReturnType<typeof createTracesClient>;

export const createTracesClient = (send: typeof fetch) => ({
  trace: (id: TraceId, signal: AbortSignal): Promise<Trace> =>
    ask(send, { path: `/api/traces/${encodeURIComponent(id)}`, schema: Trace, signal }),
  changes: (id: TraceId, signal: AbortSignal): Promise<TraceChanges> =>
    ask(send, { path: `/api/traces/${encodeURIComponent(id)}/changes`, schema: TraceChanges, signal }),
});
