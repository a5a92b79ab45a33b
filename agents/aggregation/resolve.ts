import type { Alias, Dataset } from "../../schema/dataset.ts";
import { isHubId, registryOf } from "../../schema/id-text.ts";
import { DatasetId, toNameId } from "../../schema/ids.ts";
import type { Signals } from "../../schema/edge.ts";
import { mapBounded } from "../map-bounded.ts";
import type { HubDataset, HubPort, LineagePort, Lookup } from "../ports.ts";
import type { Candidate } from "./candidate.ts";
import { isNewer, scoreSearch } from "./score-search.ts";
import { toHubNode, toNode } from "./to-node.ts";
import { findHubIdOfRepository, findWellKnownSource } from "./well-known-sources.ts";

/** The node that a candidate's name stands for, and how that was found out. */
export interface Resolution {
  readonly node: Dataset;
  readonly by: Signals["resolvedBy"];
  /** 0 to 1. */
  readonly score: number;
  readonly alias?: Alias;
  /** The datasets that share the name, when the node is a family. */
  readonly members: readonly Dataset[];
  /** Why the Hub could not be asked; the visit is then not complete. */
  readonly unchecked?: string;
}

export interface ResolveContext {
  readonly target: HubDataset;
  readonly hub: Pick<HubPort, "dataset" | "search">;
  readonly lineage: Pick<LineagePort, "aliases" | "decidedNames">;
  /** Whether a candidate is worth asking the Hub for. The others keep the id or the name as written. */
  readonly isPromising: (candidate: Candidate) => boolean;
  readonly signal: AbortSignal;
}

/** Hub look-ups under way at once for one dataset; the fetcher's own bucket bounds them across datasets. */
const CONCURRENCY = 4;

/**
 * Finds the node of every candidate: by the id in the text, else the author's own link, else what a reviewer said that the name means,
 * else a known alias or a well-known place, else a search of the Hub that is sure enough. What none of these settles stays a typed name; a name
 * that several datasets share equally becomes a family. The Hub's own spelling is the one that counts.
 */
export const resolveCandidates = async (
  candidates: readonly Candidate[],
  context: ResolveContext,
): Promise<readonly Resolution[]> => {
  const aliases = await context.lineage.aliases([...new Set(candidates.flatMap(aliasKeys))]);
  const decided = await context.lineage.decidedNames([...new Set(candidates.flatMap(nameKeys))]);
  return mapBounded(candidates, CONCURRENCY, (candidate) =>
    resolve(candidate, { aliases, decided }, context),
  );
};

const nameKeys = ({ names }: Candidate): string[] => names.map(toKey);

const toKey = (spelling: string): string => spelling.trim().toLowerCase();

const aliasKeys = ({ hubId, linkedId, names }: Candidate): string[] =>
  [hubId, linkedId, ...names].flatMap((key) => (key === undefined ? [] : key.toLowerCase()));

type Aliases = ReadonlyMap<string, DatasetId>;

interface Meanings {
  readonly aliases: Aliases;
  readonly decided: Aliases;
}

const resolve = async (
  candidate: Candidate,
  { aliases, decided }: Meanings,
  context: ResolveContext,
): Promise<Resolution> => {
  const isPromising = context.isPromising(candidate);
  const id = hubIdOf(candidate);
  if (id !== undefined) return resolveId(id, aliases, { ...context, isPromising });
  const [name = ""] = candidate.names;
  const linked = candidate.linkedId;
  if (linked !== undefined) {
    const known = aliases.get(linked.toLowerCase()) ?? findHubIdOfRepository(linked);
    return (isPromising && (await resolveAlias(known, context))) || settled(linked, "own-link", 0.98);
  }
  const meant = nameKeys(candidate)
    .map((key) => decided.get(key))
    .find((one) => one !== undefined);
  if (meant !== undefined) return resolveDecided(meant, isPromising, context);
  const place = findWellKnownSource(name);
  if (place !== undefined) return settled(place, "alias", 0.95);
  const known = candidate.names
    .map((spelling) => aliases.get(spelling.toLowerCase()))
    .find((id) => id !== undefined);
  if (!isPromising) return known === undefined ? unresolved(name) : settled(known, "alias", 0.9);
  return (
    (await resolveNamedId(candidate, aliases, context)) ??
    (await resolveAlias(known, context)) ??
    searchName(name, context)
  );
};

/** The Hub id that the documents give, as such or by a link to the Hub. */
const hubIdOf = ({ hubId, linkedId }: Candidate): DatasetId | undefined => {
  const linked = linkedId !== undefined && registryOf(linkedId) === "huggingface" ? linkedId : undefined;
  const parsed = DatasetId.safeParse(hubId ?? linked);
  return parsed.success ? parsed.data : undefined;
};

/** A name that is spelled `owner/name` is an id only if the Hub knows it: "input/output" is spelled so too. */
const resolveNamedId = async (
  { names }: Candidate,
  aliases: Aliases,
  context: ResolveContext,
): Promise<Resolution | undefined> => {
  const named = names.find((name) => name.includes("/") && isHubId(name));
  if (named === undefined) return undefined;
  const resolution = await resolveId(DatasetId.parse(named), aliases, { ...context, isPromising: true });
  return resolution.node.state === "frontier" ? resolution : undefined;
};

/** Off-Hub nodes end a lineage; Hub nodes are still to be traced. */
const settled = (id: DatasetId, by: Resolution["by"], score: number): Resolution => ({
  node: toNode(id, registryOf(id) === "huggingface" ? "frontier" : "terminal"),
  by,
  score,
  members: [],
});

const unresolved = (name: string, unchecked?: string): Resolution => ({
  node: { ...toNode(toNameId(name), "terminal", "no dataset was found for this name"), name: name.trim() },
  by: "unresolved",
  score: 0,
  members: [],
  ...(unchecked !== undefined && { unchecked }),
});

const resolveId = async (
  id: DatasetId,
  aliases: Aliases,
  { hub, isPromising, signal }: Omit<ResolveContext, "isPromising"> & { isPromising: boolean },
): Promise<Resolution> => {
  const known = aliases.get(id.toLowerCase()) ?? id;
  if (!isPromising) return settled(known, "id-in-text", 1);
  const answer = await hub.dataset(id, signal);
  if (answer.kind !== "found") return notFound(known, answer);
  return {
    node: toHubNode(answer.value, "frontier"),
    by: "id-in-text",
    score: 1,
    members: [],
    ...(answer.value.id !== id && { alias: toAlias(id, answer.value.id) }),
  };
};

/** The edge is as true as the text; the node says why nothing of it could be read. */
const notFound = (id: DatasetId, answer: Exclude<Lookup<unknown>, { kind: "found" }>): Resolution => ({
  node: toNode(id, answer.kind === "refused" ? "unreachable" : answer.kind, answer.reason),
  by: "id-in-text",
  score: answer.kind === "not-found" ? 0.9 : 1,
  members: [],
});

/** Why the Hub answers an id with another one. */
export const toAlias = (written: DatasetId, canonical: DatasetId): Alias => {
  const isSpelling = written.toLowerCase() === canonical.toLowerCase();
  const reason = isSpelling ? "spelling" : written.includes("/") ? "renamed" : "legacy";
  return { key: written.toLowerCase(), datasetId: canonical, reason };
};

/** A reviewer knows better what is meant than the time at which it was made tells; what the Hub has of it is asked all the same. */
const resolveDecided = async (
  known: DatasetId,
  isPromising: boolean,
  { hub, signal }: ResolveContext,
): Promise<Resolution> => {
  if (!isPromising || registryOf(known) !== "huggingface") return settled(known, "alias", 1);
  const answer = await hub.dataset(known, signal);
  if (answer.kind === "found") {
    return { ...settled(answer.value.id, "alias", 1), node: toHubNode(answer.value, "frontier") };
  }
  return { ...notFound(known, answer), by: "alias", score: 1 };
};

const resolveAlias = async (
  known: DatasetId | undefined,
  { hub, target, signal }: ResolveContext,
): Promise<Resolution | undefined> => {
  if (known === undefined) return undefined;
  if (registryOf(known) !== "huggingface") return settled(known, "alias", 0.95);
  const answer = await hub.dataset(known, signal);
  if (answer.kind === "not-found") return undefined;
  if (answer.kind !== "found") return settled(known, "alias", 0.9);
  // A name means what it meant when the target was made: a dataset that came later cannot be meant.
  if (isNewer(answer.value.createdAt, target.createdAt)) return undefined;
  return { ...settled(answer.value.id, "alias", 0.95), node: toHubNode(answer.value, "frontier") };
};

/** Asks for the name as it is written, then by its words: the Hub's "commonsense_qa" is not found by "CommonsenseQA". */
const searchName = async (name: string, { hub, target, signal }: ResolveContext): Promise<Resolution> => {
  for (const query of toQueries(name)) {
    const answer = await hub.search(query, signal);
    if (answer.kind === "not-found") continue;
    if (answer.kind !== "found") {
      return unresolved(name, `the Hub could not be searched for "${query}": ${answer.reason}`);
    }
    const verdict = scoreSearch({ name, target }, answer.value);
    if (verdict.kind === "several") return toFamily(name, verdict.datasets);
    if (verdict.kind === "one") {
      return {
        node: toHubNode(verdict.dataset, "frontier"),
        by: "search",
        score: verdict.score,
        members: [],
      };
    }
  }
  return unresolved(name);
};

/** A search for one or two letters finds everything. */
const MIN_QUERY = 3;
const MAX_QUERY = 100;

const toQueries = (name: string): readonly string[] => {
  const written = name
    .replace(/^\s*the\s+/iu, "")
    .replace(/\s+data\s?sets?\s*$/iu, "")
    .trim()
    .slice(0, MAX_QUERY);
  const words = written.replace(/(?<=\p{Ll})(?=\p{Lu})|[_-]+/gu, " ").replace(/\s+/gu, " ");
  return [...new Set([written, words])].filter((query) => query.length >= MIN_QUERY);
};

const toFamily = (name: string, datasets: readonly HubDataset[]): Resolution => ({
  node: {
    ...toNode(toNameId(name), "terminal", `${datasets.length} datasets share this name`),
    name: name.trim(),
    isFamily: true,
  },
  by: "unresolved",
  score: 0,
  members: datasets.map((dataset) => toHubNode(dataset, "mentioned")),
});
