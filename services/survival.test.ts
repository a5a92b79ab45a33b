import { join } from "node:path";
import { expect, test } from "vitest";
import { readExpectedTrace } from "../examples/read-expected-trace.ts";
import { projectFolder } from "./project-folder.ts";
import { createRandom } from "./testing/create-random.ts";
import { differencesOf } from "./testing/read-traced-graph.ts";
import { surviveKills } from "./testing/survive-kills.ts";

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
