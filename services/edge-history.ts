import type { Edge } from "../schema/edge.ts";
import type { EdgeEvent, EdgeHistory } from "../schema/edge-history.ts";
import type { TraceEvent } from "../schema/events.ts";
import type { TraceId } from "../schema/ids.ts";
import type { DecidedEdge } from "../schema/trace-changes.ts";
import type { Trace } from "../schema/trace.ts";
import { toReadings } from "./compare-readings.ts";
import type { EventLog } from "./event-log.ts";

/** Traces that are looked through: each is a file of events, read whole. */
const MAX_TRACES = 50;

/** What one trace found of an edge when it read the dataset that the edge starts at. */
export interface EdgeReading {
  readonly trace: TraceId;
  readonly at: string;
  /** Absent: the documents did not say it. */
  readonly decided?: DecidedEdge;
}

export interface EdgeHistoryDependencies {
  readonly events: Pick<EventLog, "read">;
  /** All known traces, the latest first. */
  readonly traces: readonly Trace[];
}

/** What traces left of an edge in their events, joined with what the edge itself says of publications and people. */
export const readEdgeHistory = async (
  { events, traces }: EdgeHistoryDependencies,
  edge: Edge,
): Promise<EdgeHistory> => {
  const readings: EdgeReading[] = [];
  for (const { id, startedAt } of traces.slice(0, MAX_TRACES).toReversed()) {
    const found = toReadings(await collect(events.read(id))).read.get(edge.from);
    if (found === undefined) continue;
    const decided = found.edges.get(edge.id);
    readings.push({
      trace: id,
      at: decided?.at ?? startedAt,
      ...(decided !== undefined && { decided: toDecided(decided) }),
    });
  }
  return { edge: edge.id, items: toEdgeEvents(edge, readings), isCut: traces.length > MAX_TRACES };
};

/** The readings in the order of their time become changes; those that found the same are counted. */
export const toEdgeEvents = (edge: Edge, readings: readonly EdgeReading[]): EdgeEvent[] => [
  ...publishedEvents(edge),
  ...[...tracedEvents(readings), ...personEvents(edge, readings)].sort((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  ),
];

type Dated = Extract<EdgeEvent, { readonly at: string }>;

const tracedEvents = (readings: readonly EdgeReading[]): readonly Dated[] => {
  const found: Extract<EdgeEvent, { kind: "traced" }>[] = [];
  for (const { trace, at, decided } of readings) {
    const last = found.at(-1);
    if (last === undefined ? decided === undefined : isSame(last.after, decided)) {
      if (last !== undefined) found[found.length - 1] = { ...last, again: last.again + 1 };
      continue;
    }
    found.push({
      kind: "traced",
      trace,
      at,
      again: 0,
      ...(last?.after !== undefined && { before: last.after }),
      ...(decided !== undefined && { after: decided }),
    });
  }
  return found;
};

const publishedEvents = (edge: Edge): readonly EdgeEvent[] => {
  if (edge.kind !== "derivation" || edge.origin?.kind !== "published") return [];
  const { citation, part } = edge.origin;
  return [{ kind: "published", citation, ...(part !== undefined && { part }) }];
};

const personEvents = (edge: Edge, readings: readonly EdgeReading[]): readonly Dated[] => {
  const { decision } = edge;
  const proposal = edge.kind === "derivation" ? proposalOf(edge) : undefined;
  const before = decision && readings.findLast(({ at }) => at <= decision.at)?.decided;
  return [
    ...(proposal === undefined ? [] : [{ kind: "proposed" as const, ...proposal }]),
    ...(decision === undefined
      ? []
      : [
          {
            kind: "decided" as const,
            ...decision,
            ...(before !== undefined && { before }),
            after: toDecided(edge),
          },
        ]),
  ];
};

const proposalOf = ({ origin }: Extract<Edge, { kind: "derivation" }>) => {
  if (origin?.kind === "published") return origin.proposal;
  if (origin === undefined) return undefined;
  const { kind: _kind, ...proposal } = origin;
  return proposal;
};

interface Decidable extends Pick<DecidedEdge, "status" | "confidence"> {
  readonly relation?: DecidedEdge["relation"];
  readonly split?: DecidedEdge["split"];
}

/** What of an edge is told in its history. */
export const toDecided = (edge: Decidable | Edge): DecidedEdge => {
  const relation = "relation" in edge ? edge.relation : undefined;
  const split = "split" in edge ? edge.split : undefined;
  return {
    status: edge.status,
    confidence: edge.confidence,
    ...(relation !== undefined && { relation }),
    ...(split !== undefined && { split }),
  };
};

/** A confidence that moved a little is no change: what is believed of the edge is the same. */
const isSame = (one: DecidedEdge | undefined, other: DecidedEdge | undefined): boolean =>
  one?.status === other?.status && one?.relation === other?.relation && one?.split === other?.split;

const collect = async (source: AsyncIterable<TraceEvent>): Promise<readonly TraceEvent[]> => {
  const events: TraceEvent[] = [];
  for await (const event of source) events.push(event);
  return events;
};
