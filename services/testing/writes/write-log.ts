import { setTimeout as delay } from "node:timers/promises";
import type { GraphRecord, RelationshipRecord } from "../../../graph/store/read/read-graph.ts";
import { recordsOfImport, toGraphFile } from "./import-file.ts";

/** What was asked of the service, and what it said was done. */
export interface WriteLog {
  /** Names of imports. */
  readonly imports: { readonly asked: Set<string>; readonly done: Set<string> };
  /** Verdicts on edges, by the edge's id. */
  readonly decisions: Map<string, DecisionLog>;
  /** Ids of traces that the service said it had begun. */
  readonly traces: Set<string>;
  /** Writes that were answered, of any kind. */
  answered: number;
  /** Requests that were refused or cut off, by what was said. */
  readonly failures: Map<string, number>;
}

export interface DecisionLog {
  /** The last one that was answered; absent while none was. */
  done?: EdgeVerdict;
  /** One that was asked for after it, and may be in the graph or not. */
  asked?: EdgeVerdict;
}

export type EdgeVerdict = "accepted" | "rejected";

export const createWriteLog = (): WriteLog => ({
  imports: { asked: new Set(), done: new Set() },
  decisions: new Map(),
  traces: new Set(),
  answered: 0,
  failures: new Map(),
});

export interface Writers {
  /** Resolves when no request is under way any more. */
  stop(): Promise<void>;
}

export interface WritersOptions {
  readonly origin: string;
  readonly log: WriteLog;
  /** What traces may start at. */
  readonly roots: readonly string[];
  readonly random: () => number;
}

const IMPORTERS = 2;
/** A service whose engine is away is asked again after this time. */
const PAUSE_MS = 100;

/** Several clients that write without pause: imports, decisions on what they brought, and traces of the example. */
export const startWriters = (options: WritersOptions): Writers => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const clients = [
    ...Array.from({ length: IMPORTERS }, () => repeat(signal, () => importOne(options, signal))),
    repeat(signal, () => decideOne(options, signal)),
    repeat(signal, () => traceOne(options, signal)),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(clients);
    },
  };
};

const repeat = async (signal: AbortSignal, work: () => Promise<void>): Promise<void> => {
  while (!signal.aborted) await work();
};

const importOne = async ({ origin, log }: WritersOptions, signal: AbortSignal): Promise<void> => {
  const name = `import-${log.imports.asked.size + 1}`;
  log.imports.asked.add(name);
  const answer = await ask(log, `${origin}/api/exchange/import?format=jsonl&merge=true`, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson" },
    body: toGraphFile(recordsOfImport(name)),
    signal,
  });
  if (answer !== undefined) log.imports.done.add(name);
};

const decideOne = async ({ origin, log, random }: WritersOptions, signal: AbortSignal): Promise<void> => {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const name = pick([...log.imports.done]);
  const record = name === undefined ? undefined : pick(recordsOfImport(name).filter(isRelationship));
  if (record === undefined) return delay(PAUSE_MS);
  const edge = String(record.properties["id"]);
  const decision = log.decisions.get(edge) ?? {};
  const verdict = random() < 0.5 ? "accepted" : "rejected";
  decision.asked = verdict;
  log.decisions.set(edge, decision);
  const answer = await ask(log, `${origin}/api/edges/${edge}`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ verdict }),
    signal,
  });
  if (answer !== undefined) decision.done = verdict;
};

const isRelationship = (record: GraphRecord): record is RelationshipRecord => record.kind === "relationship";

const traceOne = async (
  { origin, log, roots, random }: WritersOptions,
  signal: AbortSignal,
): Promise<void> => {
  const root = roots[Math.floor(random() * roots.length)] ?? "";
  const begun = await ask(log, `${origin}/api/traces`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ roots: [root], refresh: true }),
    signal,
  });
  if (begun === undefined) return;
  const { id } = begun as { readonly id: string };
  log.traces.add(id);
  for (let state = "running"; state === "running" && !signal.aborted;) {
    await delay(PAUSE_MS);
    const trace = await ask(log, `${origin}/api/traces/${id}`, { signal });
    state = (trace as { readonly state: string } | undefined)?.state ?? "unknown";
  }
};

/** The answer's content, or undefined when it did not come, whatever the reason: it is counted. */
const ask = async (log: WriteLog, url: string, init: RequestInit): Promise<unknown> => {
  try {
    const answer = await fetch(url, init);
    const content: unknown = await answer.json();
    if (answer.ok) {
      if (init.method !== undefined) log.answered += 1;
      return content;
    }
    note(log, `${answer.status} ${(content as { readonly code?: string }).code ?? ""}`);
  } catch (error) {
    // The service was killed, or the client told to stop: no answer, so nothing was promised.
    note(log, error instanceof Error ? error.name : String(error));
  }
  await delay(PAUSE_MS);
  return undefined;
};

const note = ({ failures }: WriteLog, what: string): void => {
  failures.set(what, (failures.get(what) ?? 0) + 1);
};
