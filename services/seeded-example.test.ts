import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DatasetId } from "../schema/ids.ts";
import { parseConfig } from "./config.ts";
import { createStemma } from "./main.ts";
import type { Stemma } from "./main.ts";
import { projectFolder } from "./project-folder.ts";
import { testGraphEnvironment, wipeTestGraph } from "./testing/test-graph.ts";

const ROOT = DatasetId.parse("brackwater-lab/tidewrack-sft-mix");
const TIMEOUT_MS = 120_000;

let data: string;
let stemma: Stemma;

beforeAll(async () => {
  await wipeTestGraph();
  data = await mkdtemp(join(tmpdir(), "stemma-seeded-"));
  const environment = { ...testGraphEnvironment(), STEMMA_LOG_LEVEL: "silent" };
  const mirror = join(projectFolder(), "examples", "mirror");
  stemma = await createStemma(parseConfig(environment, { data, mirror }));
}, TIMEOUT_MS);
afterAll(async () => {
  await stemma.close();
  await rm(data, { recursive: true, force: true });
});

const trace = async (): Promise<string> => {
  const { trace: started } = await stemma.tracing.start({ roots: [ROOT], budget: {}, refresh: false });
  return (await stemma.tracing.ended(started.id)).state;
};

describe("a graph with the seed and the example's trace", () => {
  it(
    "is sound after each step: seed, trace, multimodal seed, seed again, and out again",
    { timeout: TIMEOUT_MS },
    async () => {
      await stemma.published.seed({ parts: ["text"] });
      expect(await stemma.check()).toEqual([]);

      expect(await trace()).toBe("finished");
      expect(await stemma.check()).toEqual([]);

      await stemma.published.seed({ parts: ["text", "multimodal"] });
      expect(await stemma.check()).toEqual([]);

      const removed = await stemma.published.removeSeed(["multimodal", "text"]);
      expect(removed.map(({ unmarked }) => unmarked)).toEqual([0, 0]);
      expect(await stemma.check()).toEqual([]);
      expect((await stemma.published.audit()).edges).toBe(0);
      expect((await stemma.lineage.dataset(ROOT)).state).toBe("traced");
    },
  );
});
