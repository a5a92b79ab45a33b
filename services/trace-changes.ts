import type { TraceEvent } from "../schema/events.ts";
import type { TraceId } from "../schema/ids.ts";
import type { TraceChanges } from "../schema/trace-changes.ts";
import type { Trace } from "../schema/trace.ts";
import { compareReadings, toReadings, type EarlierReadings } from "./compare-readings.ts";
import type { EventLog } from "./event-log.ts";

/** Earlier traces that are looked through: each is a file of events, read whole. */
const MAX_EARLIER = 50;

export interface TraceChangesDependencies {
  readonly events: Pick<EventLog, "read">;
  /** All known traces, the latest first. */
  readonly traces: readonly Trace[];
}

/** What a trace found otherwise than the traces that began before it, from the events that each left. */
export const readTraceChanges = async (
  { events, traces }: TraceChangesDependencies,
  trace: Trace,
): Promise<TraceChanges> => {
  const readingsOf = async (id: TraceId) => toReadings(await collect(events.read(id)));
  const readings = await readingsOf(trace.id);
  const missing = new Set(readings.read.keys());
  const earlier: EarlierReadings[] = [];
  const before = traces.filter(({ id, startedAt }) => id !== trace.id && startedAt <= trace.startedAt);
  for (const { id, startedAt } of before.slice(0, MAX_EARLIER)) {
    if (missing.size === 0) break;
    const found = await readingsOf(id);
    for (const dataset of found.read.keys()) missing.delete(dataset);
    earlier.push({ trace: id, startedAt, ...found });
  }
  return compareReadings(trace.id, readings, earlier);
};

const collect = async (source: AsyncIterable<TraceEvent>): Promise<readonly TraceEvent[]> => {
  const events: TraceEvent[] = [];
  for await (const event of source) events.push(event);
  return events;
};
