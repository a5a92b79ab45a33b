import type { BenchmarkList } from "../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../graph/database.ts";
import { countFlags, listFlags } from "../graph/store/contamination/contamination.ts";
import { edgesAlong } from "../graph/store/contamination/edges-along.ts";
import type { LineageStore } from "../graph/store/lineage.ts";
import { isPublishedOnly } from "../graph/store/read/is-published-only.ts";
import { CONTAMINATION_LEVELS } from "../schema/contamination.ts";
import type {
  BenchmarkReach,
  ContaminationFlag,
  ContaminationPage,
  ContaminationQuery,
  ContaminationReport,
} from "../schema/contamination.ts";
import { AppError } from "../schema/errors.ts";
import type { DatasetId, EdgeId } from "../schema/ids.ts";
import { canonicalId } from "./canonical-id.ts";

/** What commands and routes read of contamination. An unknown dataset or benchmark is NOT_FOUND. */
export interface ContaminationReader {
  /** Flags of one dataset, of one benchmark, or all; by dataset and benchmark. */
  list(query: ContaminationQuery): Promise<ContaminationPage>;
  /** One dataset's flags, strongest first, with the edges along their ways. */
  report(dataset: DatasetId, benchmark?: string): Promise<ContaminationReport>;
  /** Every benchmark of the list that the graph has a node of. */
  benchmarks(): Promise<readonly BenchmarkReach[]>;
}

interface ReaderDependencies {
  readonly database: Database;
  readonly store: Pick<LineageStore, "dataset" | "known">;
  readonly list: BenchmarkList;
}

/** More flags than a dataset can have: there are fewer benchmarks. */
const ALL_FLAGS = 10_000;

export const createContaminationReader = ({
  database,
  store,
  list: benchmarks,
}: ReaderDependencies): ContaminationReader => {
  /** A graph may have been marked by a list that this process does not read: what it has counts as listed. */
  const listed = async (text: string | undefined): Promise<string | undefined> => {
    if (text === undefined) return undefined;
    const entry = benchmarks.find(text);
    if (entry !== undefined) return entry.id;
    const wanted = text.toLowerCase();
    const known = (await countFlags(database)).find(({ id, node }) =>
      [id, node].some((one) => one.toLowerCase() === wanted),
    );
    if (known !== undefined) return known.id;
    throw new AppError(
      `${text} is neither on the list of benchmarks nor one in this graph; a file of your own (STEMMA_BENCHMARKS) can add it`,
      { code: "NOT_FOUND", context: { benchmark: text } },
    );
  };
  return {
    list: async ({ dataset, benchmark, level, limit, cursor }) =>
      listFlags(database, {
        dataset: dataset === undefined ? undefined : await canonicalId(store, dataset),
        benchmark: await listed(benchmark),
        levels: level,
        limit,
        cursor,
      }),
    report: async (id, benchmark) => {
      const dataset = await canonicalId(store, id);
      const request = { dataset, benchmark: await listed(benchmark), limit: ALL_FLAGS };
      const { items } = await listFlags(database, request);
      items.sort(byStrength);
      const reading = await readingOf({ database, store }, dataset);
      return {
        dataset,
        ...reading,
        items,
        edges: [...(await edgesAlong(database, dataset, edgesOf(items)))],
      };
    },
    benchmarks: () => countFlags(database),
  };
};

/** What was read of the dataset: without it an empty list of flags would look like a finding. */
const readingOf = async (
  { database, store }: Omit<ReaderDependencies, "list">,
  id: DatasetId,
): Promise<Pick<ContaminationReport, "state" | "stateReason" | "publishedOnly">> => {
  const known = await store.dataset(id);
  const state = known?.state ?? "mentioned";
  return {
    state,
    ...(known?.stateReason === undefined ? {} : { stateReason: known.stateReason }),
    publishedOnly: state !== "traced" && (await isPublishedOnly(database, id)),
  };
};

const byStrength = (one: ContaminationFlag, other: ContaminationFlag): number =>
  CONTAMINATION_LEVELS.indexOf(one.level) - CONTAMINATION_LEVELS.indexOf(other.level) ||
  one.distance - other.distance ||
  (one.benchmark < other.benchmark ? -1 : 1);

const edgesOf = (flags: readonly ContaminationFlag[]): readonly EdgeId[] => [
  ...new Set(flags.flatMap(({ path, strongest, clearings }) => [...path, ...strongest, ...clearings])),
];
