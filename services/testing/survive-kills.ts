import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type ScriptedEndpoint, startScriptedEndpoint } from "../model/testing/scripted-endpoint.ts";
import { answerByBody } from "./answer-by-body.ts";
import { readTracedGraph, type TracedGraph } from "./read-traced-graph.ts";
import { wipeTestGraph } from "./test-graph.ts";
import { startTraceProcess, type TraceProcess } from "./trace-process.ts";

export interface SurvivalPlan {
  readonly root: string;
  readonly mirror: string;
  /** When each run is killed, in milliseconds from its start; the run after the last kill, or the first that ends by itself, is the last. */
  readonly killAfterMs: readonly number[];
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
  /** Questions that the endpoint saw again, answered before or not. Must be 0. */
  readonly repeated: number;
}

/**
 * Traces in a fresh data folder, kills the run's whole process group at each moment of the plan, goes on to the end, and
 * reads the graph. Counts what the model's endpoint was asked, answers that were on their way at a kill included.
 */
export const surviveKills = async (plan: SurvivalPlan): Promise<Survival> => {
  const data = await mkdtemp(join(tmpdir(), "stemma-kill-"));
  const endpoint = await startScriptedEndpoint(answerByBody);
  const command = { ...plan, data, modelUrl: endpoint.baseUrl };
  let kills = 0;
  try {
    await wipeTestGraph();
    let last = startTraceProcess(command);
    for (const killAfterMs of plan.killAfterMs) {
      if (!(await killAt(last, killAfterMs))) break;
      kills += 1;
      last = startTraceProcess(command);
    }
    const { code, output } = await last.ended;
    const elapsedMs = performance.now() - last.startedAtMs;
    const graph = await readTracedGraph(data);
    return { graph, code, output, elapsedMs, kills, ...countQuestions(endpoint) };
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

const countQuestions = ({ requests }: ScriptedEndpoint): Pick<Survival, "questions" | "repeated"> => {
  const questions = new Set(requests.map(({ body }) => JSON.stringify(body))).size;
  return { questions, repeated: requests.length - questions };
};
