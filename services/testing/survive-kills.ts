import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PROMPT_VERSION } from "../../agents/source-tracing/model/prompts.ts";
import { type AnswerStore, createAnswerStore } from "../model/answer-store.ts";
import {
  type ScriptedEndpoint,
  type ScriptedRequest,
  startScriptedEndpoint,
} from "../model/testing/scripted-endpoint.ts";
import { answerByBody } from "./answer-by-body.ts";
import { readTracedGraph, type TracedGraph } from "./read-traced-graph.ts";
import { SCRIPTED_MODEL, startTraceProcess, type TraceProcess } from "./trace-process.ts";

export interface SurvivalPlan {
  readonly root: string;
  readonly mirror: string;
  /** When each run is killed, in milliseconds from its start; the run after the last kill, or the first that ends by itself, is the last. */
  readonly killAfterMs: readonly number[];
}

/** A question that was asked before a kill and whose answer was not yet stored. */
export interface OpenQuestion {
  /** How long before the kill the endpoint sent its last byte; absent when it had not. Milliseconds. */
  readonly sentBeforeMs?: number;
  /** Whether it was asked again after the kill. */
  readonly repeated: boolean;
}

export interface Survival {
  readonly graph: TracedGraph;
  /** Exit code of the run that was let go to the end, and what it printed. */
  readonly code: number | null;
  readonly output: string;
  /** Of the run that was let go to the end, in milliseconds. */
  readonly elapsedMs: number;
  /** Different questions that the endpoint saw. */
  readonly questions: number;
  /** Kills that came before the run had ended by itself. */
  readonly kills: number;
  /** Questions asked again although their answer was stored, or without any kill between. Must be 0. */
  readonly repeatedPaid: number;
  readonly open: readonly OpenQuestion[];
}

/**
 * Traces in a fresh data folder, kills the run's whole process group at each moment of the plan, goes on to the end, and
 * reads the graph. Counts what the model's endpoint was asked, apart for answers that were stored at the kill and for those
 * that were on their way.
 */
export const surviveKills = async (plan: SurvivalPlan): Promise<Survival> => {
  const data = await mkdtemp(join(tmpdir(), "stemma-kill-"));
  const endpoint = await startScriptedEndpoint(answerByBody);
  const command = { ...plan, data, modelUrl: endpoint.baseUrl };
  const interruptions: Interruption[] = [];
  try {
    let last = startTraceProcess(command);
    for (const killAfterMs of plan.killAfterMs) {
      if (!(await killAt(last, killAfterMs))) break;
      interruptions.push(await interrupt(endpoint, data));
      last = startTraceProcess(command);
    }
    const { code, output } = await last.ended;
    const elapsedMs = performance.now() - last.startedAtMs;
    const graph = await readTracedGraph(data);
    return { graph, code, output, elapsedMs, ...countQuestions(endpoint, interruptions) };
  } finally {
    await endpoint.close();
    await rm(data, { recursive: true, force: true });
  }
};

/** Gives whether the run was still there to be killed. */
const killAt = async (run: TraceProcess, afterMs: number): Promise<boolean> => {
  const waiting = new AbortController();
  const timer = delay(afterMs, undefined, { signal: waiting.signal }).then(
    () => run.killGroup(),
    () => undefined,
  );
  const { code } = await run.ended;
  waiting.abort();
  await timer;
  return code === null;
};

/** What was known at a kill. */
interface Interruption {
  /** Requests that the endpoint had seen. */
  readonly asked: number;
  readonly stored: ReadonlySet<string>;
  readonly atMs: number;
}

const interrupt = async (endpoint: ScriptedEndpoint, data: string): Promise<Interruption> => {
  const atMs = performance.now();
  const asked = endpoint.requests.length;
  const store = createAnswerStore(join(data, "answers"));
  const documents = await documentsIn(join(data, "documents"));
  const stored = new Set<string>();
  for (const request of endpoint.requests.slice(0, asked)) {
    if (await isStored(store, request, documents)) stored.add(toQuestion(request));
  }
  return { asked, stored, atMs };
};

const documentsIn = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.flatMap((name) => /([0-9a-f]{64})\.txt$/.exec(name)?.[1] ?? []);
};

/** The endpoint does not see which document a question is about, so each is tried. */
const isStored = async (
  store: AnswerStore,
  { body }: ScriptedRequest,
  documents: readonly string[],
): Promise<boolean> => {
  const [system = "", user = ""] = body.messages.map(({ content }) => content);
  for (const document of documents) {
    const key = { model: SCRIPTED_MODEL, promptVersion: PROMPT_VERSION, system, user, document };
    if ((await store.find(key)) !== undefined) return true;
  }
  return false;
};

const toQuestion = ({ body }: ScriptedRequest): string => JSON.stringify(body);

const countQuestions = (
  { requests, sentAtMs }: ScriptedEndpoint,
  interruptions: readonly Interruption[],
): Pick<Survival, "questions" | "kills" | "repeatedPaid" | "open"> => {
  const open: OpenQuestion[] = [];
  let repeatedPaid = 0;
  for (const [index, request] of requests.entries()) {
    const question = toQuestion(request);
    const next = requests.findIndex((later, at) => at > index && toQuestion(later) === question);
    const kill = interruptions.find(({ asked }) => index < asked);
    if (kill === undefined || kill.stored.has(question)) {
      if (next >= 0) repeatedPaid += 1;
      continue;
    }
    if (next >= 0 && next < kill.asked) {
      repeatedPaid += 1;
      continue;
    }
    const sentAt = sentAtMs.get(index);
    open.push({
      repeated: next >= 0,
      ...(sentAt === undefined || sentAt > kill.atMs ? {} : { sentBeforeMs: kill.atMs - sentAt }),
    });
  }
  const questions = new Set(requests.map(toQuestion)).size;
  return { questions, kills: interruptions.length, repeatedPaid, open };
};
