import type { FoundDataset } from "../../../schema/api.ts";
import type { Alias } from "../../../schema/dataset.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { ownerOf } from "../../../schema/graph-group.ts";
import type { TargetCandidate } from "../../../schema/review-queue.ts";
import type { Database } from "../../database.ts";
import { FIND_ALIASES } from "../../queries/commit.ts";
import { GET_DATASET } from "../../queries/lineage.ts";
import { nameSimilarity } from "../../queue/name-similarity.ts";
import { scoreCandidate } from "../../queue/score-candidate.ts";
import { toAlias, toDataset } from "../../rows.ts";
import { summarise } from "../read/neighbourhoods.ts";
import { searchDatasets } from "../read/search-datasets.ts";

export interface CandidatesRequest {
  readonly edge: Derivation;
  /** As the documents write it. */
  readonly names: readonly string[];
  /** What people decided that names mean is left out. */
  readonly blind: boolean;
}

/** Names of one edge that are searched for, and datasets that one search gives. */
const MAX_NAMES = 4;
const FOUND_PER_NAME = 12;
const SHOWN = 8;
/** A shorter word of a name means too many datasets. */
const SHORTEST_WORD = 4;

/** Datasets of the graph that an edge could mean, the likeliest first, with why; the one that it leads to now is always among them. */
export const findCandidates = async (
  database: Database,
  request: CandidatesRequest,
): Promise<readonly TargetCandidate[]> => {
  const { edge } = request;
  const names = request.names.length === 0 ? [lastPart(edge.to)] : request.names.slice(0, MAX_NAMES);
  const found = new Map<string, FoundDataset>();
  for (const text of new Set(names.flatMap(wordings))) {
    const { items } = await searchDatasets(database, { text, limit: FOUND_PER_NAME });
    for (const item of items) found.set(item.id, { ...item, ...found.get(item.id) });
  }
  for (const current of await summarise(database, [edge.to]))
    found.set(current.id, { ...found.get(current.id), ...current });
  found.delete(edge.from);
  const aliases = await readAliases(database, [...found.values()], request.blind);
  const [row] = await database.read(GET_DATASET, { id: edge.from });
  const derived = row === undefined ? undefined : toDataset(row["properties"]).createdAt;
  return [...found.values()]
    .map((dataset) => toCandidate(dataset, { edge, names, derived, alias: aliases.get(dataset.alias ?? "") }))
    .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .filter(({ current }, index) => current || index < SHOWN);
};

const lastPart = (id: string): string => id.slice(Math.max(id.lastIndexOf("/"), id.indexOf(":")) + 1);

/** How much of a word another form of it still has: tides, tide. */
const STEM_SHARE = 0.7;

/** The name, its last part, and the longest word of it, whole and by its beginning. */
const wordings = (name: string): readonly string[] => {
  const longest = name
    .split(/[^\p{L}\p{N}]+/u)
    .reduce((one, other) => (other.length > one.length ? other : one), "");
  return [name, lastPart(name), longest, longest.slice(0, Math.ceil(longest.length * STEM_SHARE))]
    .map((text) => text.trim().slice(0, 200))
    .filter((text) => text.length >= SHORTEST_WORD || text === name.trim());
};

const readAliases = async (
  database: Database,
  found: readonly FoundDataset[],
  blind: boolean,
): Promise<ReadonlyMap<string, Alias>> => {
  const keys = [...new Set(found.flatMap(({ alias }) => alias ?? []))];
  const rows = keys.length === 0 ? [] : await database.read(FIND_ALIASES, { keys });
  return new Map(
    rows
      .map(toAlias)
      .filter(({ reason }) => !blind || reason !== "decided")
      .map((alias) => [alias.key, alias]),
  );
};

interface CandidateContext {
  readonly edge: Derivation;
  readonly names: readonly string[];
  /** When the derived dataset was made. */
  readonly derived: string | undefined;
  readonly alias: Alias | undefined;
}

const toCandidate = (
  dataset: FoundDataset,
  { edge, names, derived, alias }: CandidateContext,
): TargetCandidate => {
  const own = bestOf(names, [dataset.name, dataset.id]);
  const spelled = alias?.datasetId === dataset.id ? bestOf(names, [alias.key]) : 0;
  const { id, state, downloads, createdAt, uses, isBenchmark } = dataset;
  const features: TargetCandidate["features"] = {
    similarity: Math.max(own, spelled),
    owner: ownerFeature(dataset, edge, names),
    state,
    uses,
    isBenchmark,
    ...(alias !== undefined && spelled > own ? { alias: { key: alias.key, reason: alias.reason } } : {}),
    ...(downloads === undefined ? {} : { downloads }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(createdAt === undefined || derived === undefined
      ? {}
      : { isNewer: Date.parse(createdAt) > Date.parse(derived) }),
  };
  return { id, name: dataset.name, score: scoreCandidate(features), current: id === edge.to, features };
};

const bestOf = (names: readonly string[], spellings: readonly string[]): number => {
  const best = Math.max(0, ...names.flatMap((name) => spellings.map((other) => nameSimilarity(name, other))));
  return Math.round(best * 1_000) / 1_000;
};

const ownerFeature = (
  { id, owner }: FoundDataset,
  { from }: Derivation,
  names: readonly string[],
): TargetCandidate["features"]["owner"] => {
  const key = owner?.toLowerCase();
  if (key !== undefined && names.some((name) => name.toLowerCase().includes(`${key}/`))) return "named";
  return ownerOf(id) === ownerOf(from) ? "same" : "other";
};
