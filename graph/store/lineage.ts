import { randomUUID } from "node:crypto";
import type {
  DatasetDetail,
  DatasetPage,
  DocumentDetail,
  EdgeDetail,
  LineageView,
} from "../../schema/api.ts";
import type { DatasetCommit } from "../../schema/commit.ts";
import type { CommonAncestors } from "../../schema/lineage.ts";
import type { Alias, Dataset } from "../../schema/dataset.ts";
import { DatasetId } from "../../schema/ids.ts";
import type { EdgeId, Sha256 } from "../../schema/ids.ts";
import type { PathView } from "../../schema/paths.ts";
import type { BenchmarkList } from "../contamination/create-benchmark-list.ts";
import { createBenchmarkList } from "../contamination/create-benchmark-list.ts";
import type { Database } from "../database.ts";
import { FIND_ALIASES } from "../queries/commit.ts";
import { CLOSING_CYCLES, GET_DATASET } from "../queries/lineage.ts";
import type { GraphVersion } from "../track-version.ts";
import { toAlias, toDataset } from "../rows.ts";
import { absorbPublished } from "./published/absorb-published.ts";
import { toAliasKey } from "./commit/commit-aliases.ts";
import { commitDataset } from "./commit/commit-dataset.ts";
import { commonAncestors, type CommonAncestorsRequest } from "./read/common-ancestors.ts";
import { datasetDetail } from "./read/dataset-detail.ts";
import { documentSupports, findEdge, rejectedCandidates } from "./edges/edge-details.ts";
import { createEdgePlaces, type EdgePlaces } from "./edges/edge-places.ts";
import { findFaults } from "./check/find-faults.ts";
import type { DocumentTexts, Fault } from "./check/find-faults.ts";
import { findPaths } from "./read/find-paths.ts";
import type { FindPathsRequest } from "./read/find-paths.ts";
import { knownId } from "./read/known-id.ts";
import { readGraph } from "./read/read-graph.ts";
import type { GraphRecord } from "./read/read-graph.ts";
import { applyBenchmarks } from "./contamination/mark-benchmarks.ts";
import { recomputeContamination } from "./contamination/recompute-contamination.ts";
import { refreshContamination } from "./contamination/refresh-contamination.ts";
import { logRenames } from "./review/log-renames.ts";
import { searchDatasets } from "./read/search-datasets.ts";
import type { SearchRequest } from "./read/search-datasets.ts";
import { updateContamination } from "./contamination/update-contamination.ts";
import { createWalk } from "./read/walk.ts";
import type { WalkRequest } from "./read/walk.ts";
import type { ContaminationChange } from "../../schema/contamination.ts";

/** The lineage graph in the words of the domain. */
export interface LineageStore {
  dataset(id: DatasetId): Promise<Dataset | undefined>;
  /** The id by which the graph knows what somebody names: its own, a former one's or another spelling's. Undefined for an unknown one. */
  known(id: DatasetId): Promise<DatasetId | undefined>;
  /** The datasets that these spellings are known to mean, by lower-cased key; unknown spellings are absent. */
  aliases(keys: readonly string[]): Promise<ReadonlyMap<string, DatasetId>>;
  /** Those of these spellings of which a reviewer said what they mean, by lower-cased key. */
  decidedNames(keys: readonly string[]): Promise<ReadonlyMap<string, DatasetId>>;
  /** Those of `sources` from which `derived` can be reached upstream over accepted edges: an edge to them closes a cycle. */
  closingCycles(derived: DatasetId, sources: readonly DatasetId[]): Promise<ReadonlySet<DatasetId>>;
  /**
   * Writes one dataset's visit in one transaction; the same commit again changes nothing. Fails with INPUT_INVALID, and writes
   * nothing, when the trace was never begun, an edge has no evidence, or an end of an edge is not in the commit or the graph.
   */
  commit(commit: DatasetCommit): Promise<void>;
  search(request: SearchRequest): Promise<DatasetPage>;
  detail(id: DatasetId): Promise<DatasetDetail | undefined>;
  /** Ancestors, descendants or both, with levels. Undefined when the graph lacks the dataset. */
  lineage(root: DatasetId, request: WalkRequest): Promise<LineageView | undefined>;
  commonAncestors(request: CommonAncestorsRequest): Promise<CommonAncestors>;
  paths(request: FindPathsRequest): Promise<PathView>;
  edge(id: EdgeId): Promise<EdgeDetail | undefined>;
  /** Where the edges start that were asked for; who decides on one finds it there. */
  readonly places: EdgePlaces;
  /** What the documents of a dataset name without its being built from it. */
  rejected(id: DatasetId): Promise<readonly EdgeDetail[]>;
  /** Every edge that a document proves. */
  supports(document: Sha256): Promise<DocumentDetail["supports"]>;
  /** The whole graph in an order of its own, for exports and for comparing two graphs. */
  records(): AsyncIterable<GraphRecord>;
  /** Breaches of the graph's own invariants; empty for a sound graph. */
  faults(documents: DocumentTexts): Promise<readonly Fault[]>;
  /**
   * Makes the marks of benchmarks those of the store's list and finds what changes with them; undefined when there was nothing to
   * do. For the start, and after an import.
   */
  applyBenchmarks(): Promise<ContaminationChange | undefined>;
  /** Finds every flag anew from the edges alone, in one transaction; for whoever wrote edges past this store. */
  recomputeContamination(): Promise<ContaminationChange>;
}

export interface LineageStoreOptions {
  /** What counts as a benchmark; none by default. */
  readonly benchmarks?: BenchmarkList;
  readonly now?: () => Date;
  readonly places?: EdgePlaces;
  /** A random UUID. */
  readonly newId?: () => string;
}

export const createLineageStore = (
  database: Database & Partial<GraphVersion>,
  {
    benchmarks: list = NO_BENCHMARKS,
    now = () => new Date(),
    places = createEdgePlaces(),
    newId = randomUUID,
  }: LineageStoreOptions = {},
): LineageStore => {
  const walk = createWalk(database);
  return {
    dataset: async (id) => {
      const [row] = await database.read(GET_DATASET, { id });
      return row === undefined ? undefined : toDataset(row["properties"]);
    },
    known: (id) => knownId({ run: (cypher, parameters) => database.read(cypher, parameters) }, id),
    aliases: async (keys) => byKey(await findAliases(database, keys)),
    decidedNames: async (keys) =>
      byKey((await findAliases(database, keys)).filter(({ reason }) => reason === "decided")),
    closingCycles: async (derived, sources) => {
      const rows = await database.read(CLOSING_CYCLES, { id: derived, sources });
      return new Set(rows.map((row) => DatasetId.parse(row["id"])));
    },
    commit: (commit) =>
      database.write(async (transaction) => {
        const { changed: absorbed, renames } = await absorbPublished(transaction, commit);
        const others = await commitDataset(transaction, commit, now());
        await updateContamination(transaction, commit, { list, now: now() });
        for (const dataset of new Set([...absorbed, ...others]))
          await refreshContamination(transaction, { dataset, now: now() });
        await logRenames(transaction, renames, { now: now(), newId });
      }),
    search: (request) => searchDatasets(database, request),
    detail: (id) => datasetDetail(database, id),
    lineage: notingPlaces(walk, places),
    commonAncestors: (request) => commonAncestors(walk, request),
    paths: (request) => findPaths(walk, request),
    edge: (id) => findEdge(database, id, places),
    places,
    rejected: (id) => rejectedCandidates(database, id),
    supports: (document) => documentSupports(database, document),
    records: () => readGraph(database),
    faults: (documents) => findFaults(database, { documents, list }),
    applyBenchmarks: () => applyBenchmarks(database, { list, now: now() }),
    recomputeContamination: () =>
      database.write((transaction) => recomputeContamination(transaction, { now: now() })),
  };
};

const findAliases = async (database: Database, keys: readonly string[]): Promise<readonly Alias[]> =>
  (await database.read(FIND_ALIASES, { keys: [...new Set(keys.map(toAliasKey))] })).map(toAlias);

const byKey = (aliases: readonly Alias[]): ReadonlyMap<string, DatasetId> =>
  new Map(aliases.map(({ key, datasetId }) => [key, datasetId]));

/** What is shown is what somebody asks for next, and decides on. */
const notingPlaces =
  (walk: ReturnType<typeof createWalk>, places: EdgePlaces): ReturnType<typeof createWalk> =>
  async (root, request) => {
    const view = await walk(root, request);
    places.note(view?.edges ?? []);
    return view;
  };

const NO_BENCHMARKS = createBenchmarkList([]);
