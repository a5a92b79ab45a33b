import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTestNeo4j } from "../graph/testing/test-neo4j.ts";
import { readExpectedTrace } from "../examples/read-expected-trace.ts";
import { projectFolder } from "./project-folder.ts";
import { createRandom } from "./create-random.ts";
import { wipeTestGraph } from "./testing/test-graph.ts";
import { surviveWriteKill, type Victim } from "./testing/writes/survive-write-kills.ts";
import { createWriteLog } from "./testing/writes/write-log.ts";

// bench/kill-writes.ts does the same at as many points as one likes.
test("a service that is killed while it writes loses nothing that it acknowledged and leaves nothing by half", async () => {
  await wipeTestGraph();
  const data = await mkdtemp(join(tmpdir(), "stemma-writes-"));
  const random = createRandom(20_260_601);
  const { root, states } = await readExpectedTrace();
  const log = createWriteLog();
  const mirror = join(projectFolder(), "examples", "mirror");
  const world = { data, mirror, roots: [root, ...Object.keys(states)], random, log };
  const victims: readonly Victim[] = ["service", readTestNeo4j() === undefined ? "engine" : "service"];

  const losses: string[] = [];
  for (const victim of victims) {
    const point = { afterMs: 1_000 * random(), counts: "from-answer", victim } as const;
    losses.push(...(await surviveWriteKill(world, point)));
  }

  expect(losses).toEqual([]);
  expect(log.answered).toBeGreaterThan(0);
  await rm(data, { recursive: true, force: true });
}, 120_000);
