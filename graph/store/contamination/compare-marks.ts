import { isTestOnly } from "../../../schema/benchmark.ts";
import type { BenchmarkList, ListedBenchmark } from "../../contamination/create-benchmark-list.ts";
import type { Row } from "../../database.ts";
import * as queries from "../../queries/benchmarks.ts";
import { toText } from "../../rows.ts";
import { chooseNode } from "./read-benchmarks.ts";

export interface Mark {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** How the marks of a graph differ from what a list makes of it. Marks of lists that were not read stay. */
export interface MarkDifference {
  /** Nodes that lack their mark, or have another one. */
  readonly wrong: readonly Mark[];
  /** Nodes that are marked, and neither on the list nor known by an id of it. */
  readonly foreign: readonly string[];
  /** Ids on the list, new or old, whose flags are to be found anew. */
  readonly touched: ReadonlySet<string>;
}

export type Read = (
  cypher: string,
  parameters?: Readonly<Record<string, unknown>>,
) => Promise<readonly Row[]>;

/** What is looked at of a graph. */
export interface MarkScope {
  readonly entries: readonly ListedBenchmark[];
  /** Nodes that are looked at however the letters of their ids are written. */
  readonly nodes: readonly string[];
}

/** Looks at the nodes of some entries alone, or without a scope at all marks that there are. */
export const compareMarks = async (
  read: Read,
  list: BenchmarkList,
  scope?: MarkScope,
): Promise<MarkDifference> => {
  const marked = new Map((await read(queries.MARKED_BENCHMARKS)).map((row) => [toText(row["id"]), row]));
  const asked = scope === undefined ? undefined : new Set<unknown>(scope.entries.map(({ id }) => id));
  const suspects = [...marked]
    .filter(([, row]) => asked === undefined || asked.has(row["benchmark"]))
    .map(([id]) => id);
  const found = await findNodes(read, list, scope?.entries ?? list.entries);
  const wanted = await assignNodes(read, list, [...found, ...suspects, ...(scope?.nodes ?? [])]);
  const isOurs = (row: Row | undefined): boolean =>
    typeof row?.["listedBy"] !== "string" || list.lists.has(row["listedBy"]);
  const others = [...marked.values()].filter((row) => !isOurs(row));
  const wrong = [...wanted]
    .map(([id, entry]) => toMark(id, entry, others))
    .filter((mark) => isOurs(marked.get(mark.id)) && !isMarked(marked.get(mark.id), mark));
  const foreign = suspects.filter((id) => isOurs(marked.get(id)) && !wanted.has(id));
  const touched = [
    ...wrong.map(({ properties }) => properties["benchmark"]),
    ...[...wrong.map(({ id }) => id), ...foreign].map((id) => marked.get(id)?.["benchmark"]),
  ];
  return { wrong, foreign, touched: new Set(touched.filter((id) => typeof id === "string")) };
};

/** The graph's nodes of each entry: under an id of the list itself, or one that such an id is known to lead to. */
const findNodes = async (
  read: Read,
  list: BenchmarkList,
  entries: readonly ListedBenchmark[],
): Promise<readonly string[]> => {
  const ids = entries.flatMap(list.idsOf);
  const rows = [
    ...(await read(queries.DATASETS_WITH_ALIASES, { keys: ids.map((id) => id.toLowerCase()) })),
    ...(await read(queries.DATASETS_WITH_IDS, { ids })),
  ];
  return rows.map((row) => toText(row["id"]));
};

/** What a node is called itself counts more than what leads to it; of several that do, the first id on the list. */
const assignNodes = async (
  read: Read,
  list: BenchmarkList,
  nodes: readonly string[],
): Promise<ReadonlyMap<string, ListedBenchmark>> => {
  const ids = [...new Set(nodes)];
  const assigned = new Map<string, ListedBenchmark>();
  for (const row of await read(queries.ALIASES_OF_DATASETS, { ids })) {
    const id = toText(row["id"]);
    const entry = list.withId(toText(row["known"]));
    const other = assigned.get(id);
    if (entry !== undefined && (other === undefined || entry.id < other.id)) assigned.set(id, entry);
  }
  for (const id of ids) {
    const entry = list.withId(id);
    if (entry !== undefined) assigned.set(id, entry);
  }
  return assigned;
};

const MARK_NAMES = ["benchmark", "listedBy", "domain", "testOnly", "splits", "evaluated"] as const;

/** A benchmark that another program's list marked already is what that list says of it: all its nodes have one mark. */
const toMark = (id: string, entry: ListedBenchmark, others: readonly Row[]): Mark => {
  const ofEntry = new Map(
    others.filter((row) => row["benchmark"] === entry.id).map((row) => [toText(row["id"]), row]),
  );
  const known = ofEntry.get(chooseNode(entry.id, new Set(ofEntry.keys())));
  if (known === undefined) return { id, properties: propertiesOf(entry) };
  const inherited = MARK_NAMES.map((name) => [name, known[name]] as const);
  return { id, properties: { ...Object.fromEntries(inherited), isBenchmark: true } };
};

const propertiesOf = (entry: ListedBenchmark): Mark["properties"] => ({
  benchmark: entry.id,
  listedBy: entry.list,
  isBenchmark: true,
  domain: entry.domain,
  testOnly: isTestOnly(entry),
  splits: entry.splits,
  evaluated: entry.evaluated,
});

const isMarked = (row: Row | undefined, { properties }: Mark): boolean =>
  row !== undefined &&
  MARK_NAMES.every((name) => JSON.stringify(row[name]) === JSON.stringify(properties[name]));
