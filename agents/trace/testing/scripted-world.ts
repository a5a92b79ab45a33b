import { createHash } from "node:crypto";
import type { Claim } from "../../../schema/claim.ts";
import type { DatasetCommit, FrontierEntry } from "../../../schema/commit.ts";
import type { Dataset } from "../../../schema/dataset.ts";
import type { Document, FrozenDocument } from "../../../schema/document.ts";
import type { Edge, Evidence } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import { DatasetId, Sha256, TraceId } from "../../../schema/ids.ts";
import type { Trace, VisitOutcome } from "../../../schema/trace.ts";
import type { DocumentKind } from "../../../schema/vocabulary.ts";
import type { HubDataset, Lookup, Resource } from "../../ports.ts";
import { resourceKey } from "../../retrieval/to-resource.ts";
import type { RuleInput } from "../../source-tracing/rules/rule-input.ts";
import type { TracePorts } from "../trace-frontier.ts";

/** A dataset of a scripted Hub: what it says of it, and its card. */
export interface ScriptedDataset {
  readonly card?: string;
  readonly hub?: Partial<HubDataset>;
  /** Answered instead of the dataset, for as long as it is set. */
  readonly trouble?: Exclude<Lookup<never>, { kind: "found" }>;
  readonly cardTrouble?: Exclude<Lookup<never>, { kind: "found" }>;
}

export interface Script {
  readonly datasets: Record<string, ScriptedDataset>;
  /** Former ids, and today's. */
  readonly redirects?: Readonly<Record<string, string>>;
  /** Documents by resource, or what goes wrong with them. */
  readonly resources?: Record<string, readonly FrozenDocument[] | Exclude<Lookup<never>, { kind: "found" }>>;
}

/** What a scripted world remembers; the graph of it is kept as plain maps. */
export interface ScriptedWorld {
  readonly ports: TracePorts;
  readonly nodes: Map<string, Dataset>;
  readonly edges: Map<string, Edge>;
  readonly evidence: Map<string, Evidence>;
  readonly commits: DatasetCommit[];
  readonly traces: Map<string, Trace>;
  readonly texts: Map<string, string>;
  readonly calls: string[];
}

export const NOW = "2026-01-01T00:00:00.000Z";
export const idOf = (id: string): DatasetId => DatasetId.parse(id);
export const shaOf = (text: string): Sha256 => Sha256.parse(createHash("sha256").update(text).digest("hex"));

export const aDocument = (
  text: string,
  kind: DocumentKind = "card",
  url = "https://example.org/doc",
): FrozenDocument => ({
  text,
  document: { sha256: shaOf(text), kind, url, bytes: Buffer.byteLength(text), retrievedAt: NOW },
});

export const aTrace = (roots: readonly string[], budget: Trace["budget"] = {}, id = "trace-0001"): Trace => ({
  id: TraceId.parse(id),
  roots: roots.map(idOf),
  state: "running",
  budget,
  startedAt: NOW,
});

/**
 * Rules for scripted texts: "from [name](link)" is a source, "not from [name](link)" a denial, "tested on
 * [name](link)" an evaluation, "answers by name" a model.
 */
export const scriptedRules = ({ text }: RuleInput): readonly Claim[] =>
  [
    ...text.matchAll(
      /(not from|from|tested on|clean of|answers by) \[?([\w./ -]+?)(?:\]\(([^)\s]+)\)|\.|$)(?: \((0\.\d+)\))?/gm,
    ),
  ].map((found): Claim => {
    const [quote, cue, name = "", link, score = "0.9"] = found;
    const hubId = /huggingface\.co\/datasets\/([^\s)]+)/.exec(link ?? "")?.[1];
    const shared = {
      name,
      ...(link !== undefined && { link }),
      ...(hubId !== undefined && { hubId }),
      quote,
      span: { start: found.index, end: found.index + quote.length },
      tracer: "rules" as const,
      score: Number(score),
    };
    if (cue === "answers by") return { kind: "model", ...shared, role: "answerer" };
    if (cue === "clean of") return { kind: "clearing", ...shared };
    const rejected = cue === "not from" ? "denied" : cue === "tested on" ? "evaluation-only" : undefined;
    return { kind: "source", ...shared, relation: "inclusion", ...(rejected !== undefined && { rejected }) };
  });

/** A card whose sources are given by id. */
export const cardOf = (...sources: readonly string[]): string =>
  sources
    .map((id) => `Built from [${id.slice(id.indexOf("/") + 1)}](https://huggingface.co/datasets/${id}).`)
    .join("\n\n");

export const createScriptedWorld = (script: Script): ScriptedWorld => {
  const world = emptyWorld();
  return {
    ...world,
    ports: {
      hub: scriptedHub(script, world.calls),
      resources: {
        read: async (resource: Resource) => {
          world.calls.push(`read ${resourceKey(resource)}`);
          const answer = script.resources?.[resourceKey(resource)];
          if (answer === undefined) return { kind: "not-found", reason: "no such resource" };
          return "kind" in answer ? answer : { kind: "found", value: answer };
        },
      },
      documents: scriptedDocuments(world),
      rules: scriptedRules,
      clock: { now: () => new Date(NOW) },
      ...scriptedGraph(world),
    },
  };
};

const emptyWorld = (): Omit<ScriptedWorld, "ports"> => ({
  nodes: new Map(),
  edges: new Map(),
  evidence: new Map(),
  commits: [],
  traces: new Map(),
  texts: new Map(),
  calls: [],
});

const scriptedHub = (script: Script, calls: string[]): TracePorts["hub"] => {
  const find = (id: string): Lookup<HubDataset> => {
    const today = script.redirects?.[id] ?? id;
    const dataset = script.datasets[today];
    if (dataset === undefined) return { kind: "not-found", reason: `the Hub does not know ${id}` };
    if (dataset.trouble !== undefined) return dataset.trouble;
    return { kind: "found", value: { id: idOf(today), gated: false, tags: [], ...dataset.hub } };
  };
  return {
    dataset: async (id) => {
      calls.push(`dataset ${id}`);
      return find(id);
    },
    card: async ({ id }) => {
      calls.push(`card ${id}`);
      const { card, cardTrouble } = script.datasets[id] ?? {};
      if (cardTrouble !== undefined) return cardTrouble;
      if (card === undefined) return { kind: "not-found", reason: "it has no card" };
      return { kind: "found", value: aDocument(card, "card", `https://huggingface.co/datasets/${id}`) };
    },
    search: async (query) => {
      calls.push(`search ${query}`);
      const ids = Object.keys(script.datasets).filter((id) => id.toLowerCase().includes(query.toLowerCase()));
      return {
        kind: "found",
        value: ids.flatMap((id) => (find(id).kind === "found" ? [valueOf(find(id))] : [])),
      };
    },
  };
};

const valueOf = (answer: Lookup<HubDataset>): HubDataset => {
  if (answer.kind === "found") return answer.value;
  throw new AppError(answer.reason, { code: "INTERNAL" });
};

const scriptedDocuments = ({ texts }: Pick<ScriptedWorld, "texts">): TracePorts["documents"] => {
  const saved = new Map<string, Document>();
  return {
    save: async ({ document, text }) => {
      texts.set(document.sha256, text);
      saved.set(document.sha256, document);
    },
    text: async (sha256) => texts.get(sha256) ?? "",
    find: async (sha256) => saved.get(sha256),
  };
};

type Graph = Pick<TracePorts, "lineage" | "frontier" | "earlier">;

/** The rules of the lineage store that a trace relies on, in memory. */
const scriptedGraph = (world: Omit<ScriptedWorld, "ports">): Graph => {
  const queues = new Map<string, FrontierEntry[]>();
  const visited = new Map<string, { depth: number; outcome: VisitOutcome }>();
  const sourcesOf = (id: DatasetId): DatasetId[] =>
    [...world.edges.values()].flatMap((edge) =>
      edge.kind === "derivation" && edge.from === id && edge.status !== "rejected" ? [edge.to] : [],
    );
  const enqueue = (traceId: string, entry: FrontierEntry): FrontierEntry[] => {
    const before = visited.get(`${traceId} ${entry.dataset}`);
    if (before !== undefined && (before.outcome !== "skipped" || before.depth <= entry.depth)) return [];
    return [entry];
  };
  return {
    frontier: {
      begin: async (trace) => {
        if (world.traces.has(trace.id)) return;
        world.traces.set(trace.id, trace);
        queues.set(
          trace.id,
          trace.roots.map((dataset) => ({ dataset, depth: 0 })),
        );
      },
      next: async (id) => queues.get(id)?.[0],
      size: async (id) => queues.get(id)?.length ?? 0,
      end: async (trace) => void world.traces.set(trace.id, trace),
    },
    earlier: scriptedEarlier(world, sourcesOf),
    lineage: {
      dataset: async (id) => world.nodes.get(id),
      aliases: async (keys) => {
        const known = world.commits
          .flatMap(({ aliases }) => aliases)
          .map(({ key, datasetId }) => [key, datasetId] as const);
        return new Map(known.filter(([key]) => keys.includes(key)));
      },
      decidedNames: async () => new Map(),
      closingCycles: async (derived, sources) =>
        new Set(sources.filter((source) => reaches(source, derived, sourcesOf))),
      commit: async (commit) => {
        write(world, commit);
        const names = new Set<string>([commit.dataset.id, ...commit.aliases.map(({ key }) => key)]);
        const queue = queues.get(commit.traceId) ?? [];
        const left = queue.filter(({ dataset }) => !names.has(dataset) && !names.has(dataset.toLowerCase()));
        const depth = Math.min(...queue.filter((entry) => !left.includes(entry)).map((entry) => entry.depth));
        visited.set(`${commit.traceId} ${commit.dataset.id}`, { depth, outcome: commit.outcome });
        const added = commit.enqueue.flatMap((entry) => enqueue(commit.traceId, entry));
        queues.set(commit.traceId, [
          ...added,
          ...left.filter(({ dataset }) => !added.some((entry) => entry.dataset === dataset)),
        ]);
      },
    },
  };
};

const scriptedEarlier = (
  world: Pick<ScriptedWorld, "commits">,
  sourcesOf: (id: DatasetId) => DatasetId[],
): TracePorts["earlier"] => ({
  find: async (id) => {
    const last = world.commits.findLast((one) => one.dataset.id === id && one.outcome === "traced");
    if (last === undefined) return undefined;
    const card = last.documents.find(({ kind }) => kind === "card")?.sha256;
    return {
      sources: sourcesOf(id),
      documents: last.documents,
      ...(card !== undefined && { card }),
    };
  },
});

const reaches = (
  from: DatasetId,
  to: DatasetId,
  sourcesOf: (id: DatasetId) => readonly DatasetId[],
): boolean => {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (!seen.has(id)) open.push(...sourcesOf(id));
    seen.add(id);
  }
  return false;
};

const NOT_LOOKED = new Set(["mentioned", "frontier", "skipped", "rate-limited", "unreachable"]);

const write = (world: Omit<ScriptedWorld, "ports">, commit: DatasetCommit): void => {
  for (const edge of commit.edges) {
    if (!commit.evidence.some(({ edgeId }) => edgeId === edge.id)) {
      throw new AppError(`edge ${edge.id} has no evidence`, { code: "INPUT_INVALID" });
    }
  }
  world.commits.push(commit);
  const known = world.nodes.get(commit.dataset.id);
  const keepsEarlier =
    known !== undefined && NOT_LOOKED.has(commit.dataset.state) && !NOT_LOOKED.has(known.state);
  if (!keepsEarlier) world.nodes.set(commit.dataset.id, commit.dataset);
  for (const node of commit.neighbours) if (!world.nodes.has(node.id)) world.nodes.set(node.id, node);
  if (commit.outcome === "traced") {
    for (const [id, edge] of world.edges) if (edge.from === commit.dataset.id) world.edges.delete(id);
  }
  for (const edge of commit.edges) world.edges.set(edge.id, edge);
  for (const one of commit.evidence) world.evidence.set(one.id, one);
};
