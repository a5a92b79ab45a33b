import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readExpectedTrace } from "../examples/read-expected-trace.ts";
import { startScriptedEndpoint } from "./model/testing/scripted-endpoint.ts";
import { projectFolder } from "./project-folder.ts";
import { answerByBody } from "./testing/answer-by-body.ts";
import { createRandom } from "./create-random.ts";
import { differencesOf } from "./testing/read-traced-graph.ts";
import { surviveKills } from "./testing/survive-kills.ts";
import { wipeTestGraph } from "./testing/test-graph.ts";
import { startTraceProcess } from "./testing/trace-process.ts";

// bench/kill-trace.ts does the same at as many points as one likes.
test("a trace that is killed, twice even, ends in the graph of an uninterrupted one and asks no question twice", async () => {
  const { root } = await readExpectedTrace();
  const world = { root, mirror: join(projectFolder(), "examples", "mirror") };
  const random = createRandom(20_260_401);
  const whole = await surviveKills({ ...world, killAfterMs: [] });
  /** Within the part of the run in which datasets are visited. */
  const moment = (): number => whole.elapsedMs * (0.4 + 0.5 * random());

  const killed = await surviveKills({ ...world, killAfterMs: [moment(), moment()] });

  expect(whole.code, whole.output).toBe(0);
  expect(killed.code, killed.output).toBe(0);
  expect(killed.kills).toBeGreaterThan(0);
  expect(killed.questions).toBe(whole.questions);
  expect(differencesOf(whole.graph.lines, killed.graph.lines)).toEqual([]);
  expect(killed.graph.faults).toEqual([]);
  expect(killed.repeated).toBe(0);
}, 300_000);

test("an answer that is on its way when the whole process group is killed is waited for, not asked for again", async () => {
  await wipeTestGraph();
  const data = await mkdtemp(join(tmpdir(), "stemma-under-way-"));
  const heard: (() => void)[] = [];
  const first = new Promise<void>((resolve) => heard.push(resolve));
  const endpoint = await startScriptedEndpoint((request, index) => {
    for (const tell of heard) tell();
    // Longer than the next run needs until it asks.
    return { ...answerByBody(request), delayMs: index === 0 ? 6_000 : 0 };
  });
  onTestFinished(async () => {
    await endpoint.close();
    await rm(data, { recursive: true, force: true });
  });
  const command = {
    root: "ostermoor-ai/driftwood-snippets",
    mirror: join(projectFolder(), "examples", "mirror"),
    data,
    modelUrl: endpoint.baseUrl,
  };
  const killed = startTraceProcess(command);
  await Promise.race([first, killed.ended]);
  killed.killGroup();
  expect((await killed.ended).code, "it asked before it ended").toBe(null);

  const { code, output } = await startTraceProcess(command).ended;

  const questions = endpoint.requests.map(({ body }) => JSON.stringify(body));
  expect(code, output).toBe(0);
  expect(questions.length).toBeGreaterThan(0);
  expect(new Set(questions).size).toBe(questions.length);
}, 120_000);
