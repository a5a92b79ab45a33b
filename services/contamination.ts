import type { BenchmarkList } from "../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../graph/database.ts";
import { countFlags, listFlags } from "../graph/store/contamination/contamination.ts";
import { edgesAlong } from "../graph/store/contamination/edges-along.ts";
import type { LineageStore } from "../graph/store/lineage.ts";
import { readRanked } from "../graph/store/contamination/read-ranked.ts";
import { isPublishedOnly } from "../graph/store/read/is-published-only.ts";
import { CONTAMINATION_LEVELS } from "../schema/contamination-level.ts";
import type {
  BenchmarkReach,
  ContaminationFlag,
  ContaminationPage,
  ContaminationQuery,
  ContaminationReport,
} from "../schema/contamination.ts";
import type { ContaminationRanking, RankingQuery } from "../schema/contamination-ranking.ts";
import { AppError } from "../schema/errors.ts";
import type { DatasetId, EdgeId } from "../schema/ids.ts";
import type { Withdrawal } from "../schema/withdrawal.ts";
import { createBenchmarkNames } from "./benchmark-names.ts";
import { canonicalId } from "./canonical-id.ts";
import { createContaminationRanking } from "./contamination-ranking.ts";
import { keepPerVersion } from "./keep-per-version.ts";
import { thinkWithdrawal } from "./withdrawal.ts";

/** What commands and routes read of contamination. An unknown dataset or benchmark is NOT_FOUND. */
export interface ContaminationReader {
  /** Flags of one dataset, of one benchmark, or all; by dataset and benchmark. */
  list(query: ContaminationQuery): Promise<ContaminationPage>;
  /** One dataset's flags, strongest first, with the edges along their ways. */
  report(dataset: DatasetId, benchmark?: string): Promise<ContaminationReport>;
  /** Every benchmark of the list that the graph has a node of. */
  benchmarks(): Promise<readonly BenchmarkReach[]>;
  /** Datasets by how they stand to the chosen benchmarks, a page at a time. */
  ranking(query: RankingQuery): Promise<ContaminationRanking>;
  /** What a dataset's withdrawal would change downstream; nothing is written. */
  withdrawal(dataset: DatasetId): Promise<Withdrawal>;
}

interface ReaderDependencies {
  readonly database: Database;
  readonly store: Pick<LineageStore, "dataset" | "known">;
  readonly list: BenchmarkList;
  /** Another text after every committed write; absent: the ranking is read anew each time. */
  readonly version?: () => Promise<string>;
}

/** More flags than a dataset can have: there are fewer benchmarks. */
const ALL_FLAGS = 10_000;

export const createContaminationReader = ({
  database,
  store,
  list: benchmarks,
  version,
}: ReaderDependencies): ContaminationReader => {
  const { listed, nodesOf } = createBenchmarkNames(database, benchmarks);
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
    benchmarks: async () => (await countFlags(database)).map((reach) => withFacts(benchmarks, reach)),
    ranking: createContaminationRanking({
      subjects: keepPerVersion({ read: () => readRanked(database), version }),
      nodesOf,
    }),
    withdrawal: async (id) => {
      const dataset = await canonicalId(store, id);
      if ((await store.dataset(dataset)) !== undefined) return thinkWithdrawal(database, dataset);
      throw new AppError(`there is no dataset ${dataset}`, { code: "NOT_FOUND", context: { dataset } });
    },
  };
};

const withFacts = (list: BenchmarkList, reach: BenchmarkReach): BenchmarkReach => {
  const entry = list.withId(reach.id);
  return entry === undefined ? reach : { ...reach, name: entry.name, domain: entry.domain };
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
