import { isTestOnly } from "../../../schema/benchmark.ts";
import type { BenchmarkList, ListedBenchmark } from "../../contamination/create-benchmark-list.ts";
import type { Database, Row, Transaction } from "../../database.ts";
import * as queries from "../../queries/benchmarks.ts";
import { DELETE_FLAGS_AGAINST } from "../../queries/contamination.ts";
import { toText } from "../../rows.ts";
import { recomputeContamination } from "./recompute-contamination.ts";
import type { ContaminationChange } from "../../../schema/contamination.ts";

/** A node, and an id that is known to lead to it: its own, or another spelling. */
export interface KnownNode {
  readonly id: string;
  readonly known: string;
}

/** Marks those of the nodes that are benchmarks of the list; gives the ids on the list of those that were not marked so before. */
export const markNewBenchmarks = async (
  transaction: Transaction,
  list: BenchmarkList,
  nodes: readonly KnownNode[],
): Promise<readonly string[]> => {
  const rows = toMarks(nodes, list);
  if (rows.length === 0) return [];
  return (await transaction.run(queries.MARK_NEW_BENCHMARKS, { rows })).map((row) =>
    toText(row["benchmark"]),
  );
};

const toMarks = (nodes: readonly KnownNode[], list: BenchmarkList): readonly Mark[] =>
  [...assignNodes(nodes, list)].map(([id, entry]) => toMark(id, entry));

/** What a node is called itself counts more than what leads to it; the later node of two counts. */
const assignNodes = (
  nodes: readonly KnownNode[],
  list: BenchmarkList,
): ReadonlyMap<string, ListedBenchmark> => {
  const assigned = new Map<string, ListedBenchmark>();
  for (const { id, known } of nodes) {
    const entry = list.withId(id) ?? list.withId(known);
    if (entry !== undefined) assigned.set(id, entry);
  }
  return assigned;
};

export interface ApplyBenchmarks {
  readonly list: BenchmarkList;
  readonly now: Date;
}

/**
 * Makes the marks of a graph those of the list, and finds the flags against what changed anew, in one transaction. Marks of lists
 * that were not read stay. Reads only, and gives undefined, when the marks are right already.
 */
export const applyBenchmarks = async (
  database: Database,
  { list, now }: ApplyBenchmarks,
): Promise<ContaminationChange | undefined> => {
  if (isNothing(await compareMarks((text, values) => database.read(text, values), list))) return undefined;
  return database.write(async (transaction) => {
    const { wrong, foreign, touched } = await compareMarks(
      (text, values) => transaction.run(text, values),
      list,
    );
    const ids = foreign.map(({ id }) => id);
    if (ids.length > 0) {
      await transaction.run(DELETE_FLAGS_AGAINST, { ids });
      await transaction.run(queries.UNMARK_BENCHMARKS, { ids });
      await transaction.run(queries.UNLABEL_BENCHMARKS, { ids });
    }
    if (wrong.length > 0) await transaction.run(queries.MARK_BENCHMARKS, { rows: wrong });
    return recomputeContamination(transaction, { now, only: touched });
  });
};

interface Mark {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const toMark = (id: string, entry: ListedBenchmark): Mark => ({
  id,
  properties: {
    benchmark: entry.id,
    listedBy: entry.list,
    isBenchmark: true,
    domain: entry.domain,
    testOnly: isTestOnly(entry),
    splits: entry.splits,
    evaluated: entry.evaluated,
  },
});

interface MarkDifference {
  /** Nodes that lack their mark, or have another one. */
  readonly wrong: readonly Mark[];
  /** Nodes that are marked and not on the list. */
  readonly foreign: readonly { readonly id: string; readonly benchmark: string }[];
  /** Ids on the list, new or old, whose flags are to be found anew. */
  readonly touched: ReadonlySet<string>;
}

type Read = (cypher: string, parameters?: Readonly<Record<string, unknown>>) => Promise<readonly Row[]>;

const compareMarks = async (read: Read, list: BenchmarkList): Promise<MarkDifference> => {
  const marked = new Map((await read(queries.MARKED_BENCHMARKS)).map((row) => [toText(row["id"]), row]));
  const wanted = await findNodes(read, list);
  const mayChange = (id: string): boolean => {
    const listedBy = marked.get(id)?.["listedBy"];
    return typeof listedBy !== "string" || list.lists.has(listedBy);
  };
  const wrong = [...wanted]
    .map(([id, entry]) => toMark(id, entry))
    .filter((mark) => mayChange(mark.id) && !isMarked(marked.get(mark.id), mark));
  const foreign = [...marked]
    .filter(([id]) => mayChange(id) && !wanted.has(id))
    .map(([id, row]) => ({ id, benchmark: toText(row["benchmark"]) }));
  const before = wrong.map(({ id }) => marked.get(id)?.["benchmark"]);
  const touched = [
    ...wrong.map(({ properties }) => properties["benchmark"]),
    ...before,
    ...foreign.map(({ benchmark }) => benchmark),
  ];
  return { wrong, foreign, touched: new Set(touched.filter((id) => typeof id === "string")) };
};

const isNothing = ({ wrong, foreign }: MarkDifference): boolean => wrong.length === 0 && foreign.length === 0;

const isMarked = (row: Row | undefined, { properties }: Mark): boolean =>
  row !== undefined &&
  ["benchmark", "listedBy", "domain", "testOnly", "splits", "evaluated"].every(
    (name) => JSON.stringify(row[name]) === JSON.stringify(properties[name]),
  );

/** The graph's nodes of each entry: under an id of the list itself, or one that such an id is known to lead to. */
const findNodes = async (read: Read, list: BenchmarkList): Promise<ReadonlyMap<string, ListedBenchmark>> => {
  const ids = list.entries.flatMap(list.idsOf);
  const rows = [
    ...(await read(queries.DATASETS_WITH_ALIASES, { keys: ids.map((id) => id.toLowerCase()) })),
    ...(await read(queries.DATASETS_WITH_IDS, { ids })),
  ];
  return assignNodes(
    rows.map((row) => ({ id: toText(row["id"]), known: toText(row["known"]) })),
    list,
  );
};
