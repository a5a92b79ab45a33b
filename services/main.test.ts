import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseConfig } from "./config.ts";
import { createStemma } from "./main.ts";
import { projectFolder } from "./project-folder.ts";
import { testGraphEnvironment, wipeTestGraph } from "./testing/test-graph.ts";

const MIRROR = join(projectFolder(), "examples", "mirror");
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-main-"));
  await wipeTestGraph();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const aConfig = () => parseConfig(testGraphEnvironment(), { data: folder, mirror: MIRROR });
const openServers = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === "TCPSERVERWRAP").length;

test("says what it works with", async () => {
  const engine = "NEO4J_URI" in testGraphEnvironment() ? "neo4j" : "embedded";
  const stemma = await createStemma(aConfig());

  const health = await stemma.health();

  await stemma.close();
  expect(health).toMatchObject({ status: "ok", engine: { name: engine, ready: true }, mirror: true });
  expect(health).not.toHaveProperty("languageModel");
});

test("a start that fails leaves nothing open behind it", async () => {
  const first = await createStemma(parseConfig({}, { data: folder }));
  const before = openServers();

  const second = createStemma(parseConfig({}, { data: folder, mirror: MIRROR }));

  await expect(second).rejects.toMatchObject({ code: "ENGINE_UNAVAILABLE" });

  expect(openServers()).toBe(before);
  await first.close();
});

test("closing stops a trace cleanly, and the next start goes on with it", async () => {
  const request = { roots: ["brackwater-lab/shoal-math"], budget: {}, refresh: false };
  const first = await createStemma(aConfig());
  const { trace } = await first.tracing.start(request);
  for await (const event of first.tracing.follow(trace.id, 0, AbortSignal.timeout(15_000))) {
    if (event.type === "dataset-start") break;
  }
  await first.close();

  const second = await createStemma(aConfig());
  const before = await second.tracing.find(trace.id);
  const resumed = await second.tracing.start(request);
  const after = await second.tracing.ended(trace.id);
  const faults = await second.check();
  await second.close();

  expect(before.state).toBe("stopped");
  expect(resumed.trace.id).toBe(trace.id);
  expect(after.state).toBe("finished");
  expect(faults).toEqual([]);
});
