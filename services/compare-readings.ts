import type { TraceEvent } from "../schema/events.ts";
import type { DatasetId, EdgeId, TraceId } from "../schema/ids.ts";
import type { DecidedEdge, EdgeChange, TraceChanges } from "../schema/trace-changes.ts";

type EdgeDecided = Extract<TraceEvent, { type: "edge-decided" }>;

/** What one trace decided of one dataset that it read to its end. */
export interface Reading {
  readonly dataset: DatasetId;
  readonly edges: ReadonlyMap<EdgeId, EdgeDecided>;
}

export interface Readings {
  readonly read: ReadonlyMap<DatasetId, Reading>;
  /** Datasets that were left as they were, because nothing had changed. */
  readonly unchanged: ReadonlySet<DatasetId>;
}

/**
 * What a trace read, from its events. A dataset that was visited and of whose documents no claims were sought was left as an earlier
 * trace had found it; of one that was visited twice the last visit counts.
 */
export const toReadings = (events: readonly TraceEvent[]): Readings => {
  const read = new Map<DatasetId, Reading>();
  const unchanged = new Set<DatasetId>();
  const open = new Map<DatasetId, { edges: Map<EdgeId, EdgeDecided>; wasSearched: boolean }>();
  for (const event of events) {
    if (!("dataset" in event)) continue;
    const { dataset } = event;
    const visit = open.get(dataset) ?? { edges: new Map(), wasSearched: false };
    open.set(dataset, visit);
    if (event.type === "dataset-start") open.set(dataset, { edges: new Map(), wasSearched: false });
    if (event.type === "claims-found") visit.wasSearched = true;
    if (event.type === "edge-decided") visit.edges.set(event.edge, event);
    if (event.type !== "dataset-end" || event.outcome !== "traced") continue;
    const id = event.movedTo ?? dataset;
    if (visit.wasSearched) read.set(id, { dataset: id, edges: visit.edges });
    else unchanged.add(id);
  }
  return { read, unchanged };
};

/** An earlier trace, with what it read. */
export interface EarlierReadings extends Readings {
  readonly trace: TraceId;
  readonly startedAt: string;
}

/** Each dataset that the trace read against the last earlier trace that had read it; `earlier` is the latest first. */
export const compareReadings = (
  trace: TraceId,
  { read, unchanged }: Readings,
  earlier: readonly EarlierReadings[],
): TraceChanges => {
  const against = new Map<TraceId, { trace: TraceId; startedAt: string; datasets: number }>();
  const changes: EdgeChange[] = [];
  let compared = 0;
  for (const { dataset, edges } of read.values()) {
    const last = earlier.find((one) => one.read.has(dataset));
    const before = last?.read.get(dataset)?.edges;
    if (last === undefined || before === undefined) continue;
    compared += 1;
    const known = against.get(last.trace) ?? { trace: last.trace, startedAt: last.startedAt, datasets: 0 };
    against.set(last.trace, { ...known, datasets: known.datasets + 1 });
    for (const edge of new Set([...before.keys(), ...edges.keys()])) {
      changes.push(...toChange(dataset, before.get(edge), edges.get(edge)));
    }
  }
  return {
    trace,
    against: [...against.values()],
    compared,
    firstReadings: read.size - compared,
    unchanged: unchanged.size,
    changes: changes.sort((one, other) => (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1)),
  };
};

const toChange = (
  from: DatasetId,
  before: EdgeDecided | undefined,
  after: EdgeDecided | undefined,
): readonly EdgeChange[] => {
  const shown = after ?? before;
  if (shown === undefined || (before !== undefined && after !== undefined && isSame(before, after)))
    return [];
  const { edge, kind, to } = shown;
  return [
    {
      edge,
      kind,
      from,
      to,
      ...(before === undefined ? {} : { before: toDecided(before) }),
      ...(after === undefined ? {} : { after: toDecided(after) }),
    },
  ];
};

/** A confidence that moved a little is no change: what is believed of the edge is the same. */
const isSame = (one: EdgeDecided, other: EdgeDecided): boolean =>
  one.status === other.status && one.relation === other.relation && one.split === other.split;

const toDecided = ({ status, confidence, relation, split }: EdgeDecided): DecidedEdge => ({
  status,
  confidence,
  ...(relation === undefined ? {} : { relation }),
  ...(split === undefined ? {} : { split }),
});
