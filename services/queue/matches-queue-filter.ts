import { matchesFilter } from "../../graph/store/review/matches-filter.ts";
import { ownerOf } from "../../schema/graph-group.ts";
import { DatasetId } from "../../schema/ids.ts";
import type { QueueFilter } from "../../schema/queue-filter.ts";
import { STATUSES } from "../../schema/vocabulary.ts";
import type { QueueEntry } from "./queue-entry.ts";

/** An entry, and what is so for the asker alone. */
export interface AskedEntry {
  readonly entry: QueueEntry;
  readonly asker: string;
  /** To whom it is assigned. */
  readonly assigned: string | undefined;
  /** By somebody else. */
  readonly isHeld: boolean;
}

/** Tells whether entries have all that a filter asks for; the filter is read once, and the entries are thousands. */
export const createQueueMatcher = (filter: QueueFilter): ((asked: AskedEntry) => boolean) => {
  const { why, statuses = STATUSES, skipped, held, benchmark, reviewer } = filter;
  const edgeFilter = { ...filter, statuses: [...statuses] };
  return (asked) => {
    const { entry, asker, isHeld } = asked;
    return (
      (why === undefined || entry.why.some((reason) => why.includes(reason))) &&
      matchesFilter(entry.edge, edgeFilter) &&
      matchesEnds(entry, filter) &&
      (benchmark === undefined || entry.value.benchmarks.includes(benchmark)) &&
      matchesTrace(entry, filter) &&
      (reviewer === undefined || reviewersOf(entry).includes(reviewer)) &&
      matchesAssigned(asked, filter) &&
      (skipped === undefined || entry.skippedBy.has(asker) === skipped) &&
      (held === undefined || isHeld === held)
    );
  };
};

const matchesEnds = ({ edge }: QueueEntry, { dataset, owner }: QueueFilter): boolean =>
  (dataset === undefined || edge.from === dataset || edge.to === dataset) &&
  (owner === undefined || ownersOf(edge).some((one) => one.toLowerCase() === owner.toLowerCase()));

const ownersOf = ({ from, to }: QueueEntry["edge"]): readonly string[] =>
  [from, to].flatMap((id) => {
    const dataset = DatasetId.safeParse(id);
    return dataset.success ? [ownerOf(dataset.data)] : [];
  });

const matchesTrace = ({ edge }: QueueEntry, { trace }: QueueFilter): boolean =>
  trace === undefined || edge.firstTrace === trace || edge.lastTrace === trace;

const matchesAssigned = ({ assigned, asker }: AskedEntry, filter: QueueFilter): boolean => {
  if (filter.assigned === undefined) return true;
  if (filter.assigned === "nobody") return assigned === undefined;
  return assigned === (filter.assigned === "me" ? asker : filter.assigned);
};

/** Whose word is asked about; nobody learns who decided before a second look. */
const reviewersOf = ({ blind, proposals, edge }: QueueEntry): readonly string[] =>
  blind ? [] : [...proposals.map(({ by }) => by), edge.decision?.by].filter((name) => name !== undefined);
