import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isTestOnly } from "../schema/benchmark.ts";
import { loadBenchmarks } from "./load-benchmarks.ts";
import { projectFolder } from "./project-folder.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-benchmarks-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const ENTRY = {
  id: "acme/quiz",
  name: "Acme Quiz",
  domain: "general",
  splits: ["train", "test"],
  source: "https://acme.example/quiz",
};

/** The suite of the report: general, math, code, reasoning. */
const REPORT_SUITE = [
  ["DROP", "IFEval", "AGIEval", "MMLU-Pro"],
  ["Omni-MATH", "OlympiadBench", "GSM8K", "MATH-500", "AIME 2024", "AIME 2025"],
  ["HMMT Feb 2025", "CMIMC 2025", "BRUMO 2025"],
  ["HumanEval", "HumanEval+", "MBPP", "LiveCodeBench v5"],
  ["ARC-c", "BBH", "KOR-Bench", "Causal evaluation of Language Models", "GPQA diamond"],
].flat();

describe("the list of benchmarks", () => {
  it("has the report's 22, and at least 60 in all", async () => {
    const list = await loadBenchmarks({});

    const found = REPORT_SUITE.map((name) => list.find(name)?.id);
    expect(found).not.toContain(undefined);
    expect(new Set(found).size).toBe(22);
    expect(list.entries.length).toBeGreaterThanOrEqual(60);
  });

  it("tells a benchmark that is all held out from one with a train split", async () => {
    const list = await loadBenchmarks({});

    const testOnly = (name: string): boolean | undefined => {
      const entry = list.find(name);
      return entry === undefined ? undefined : isTestOnly(entry);
    };
    expect(["Omni-MATH", "LiveCodeBench", "HumanEval"].map(testOnly)).toEqual([true, true, true]);
    expect(["GSM8K", "MATH", "MBPP"].map(testOnly)).toEqual([false, false, false]);
  });

  it("knows re-uploads, former ids and unresolved names, and does not take a plain word for one", async () => {
    const list = await loadBenchmarks({});

    expect(
      ["gsm8k", "OPENAI/GSM8K", "name:gsm-8k", "name:livecodebench-v5"].map((id) => list.withId(id)?.id),
    ).toEqual(["openai/gsm8k", "openai/gsm8k", "openai/gsm8k", "livecodebench/code_generation_lite"]);
    expect(["name:math", "name:arc", "name:apps"].map((id) => list.withId(id))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("takes the example world's list with its mirror", async () => {
    const list = await loadBenchmarks({ mirrorFolder: join(projectFolder(), "examples", "mirror") });

    expect(list.withId("lindqvarn/gauntlet-olympiad")?.list).toBe("mirror");
  });

  it("lets an operator's file add entries and replace the project's own", async () => {
    const benchmarksFile = await write("own.json", [ENTRY, { ...ENTRY, id: "openai/gsm8k", name: "GSM8K" }]);

    const list = await loadBenchmarks({ benchmarksFile });

    expect(list.withId("acme/quiz")?.list).toBe("own");
    expect(list.withId("openai/gsm8k")).toMatchObject({ list: "own", source: "https://acme.example/quiz" });
  });

  it.each([
    ["not json", "is not JSON"],
    [{ id: "acme/quiz" }, "expected an array"],
    [[ENTRY, { ...ENTRY, id: "acme/other", splits: [] }], "entry 2 (acme/other): splits"],
    [[{ ...ENTRY, evaluated: ["validation"] }], "entry 1 (acme/quiz): evaluated"],
    [[{ ...ENTRY, ids: ["openai/gsm8k"] }], "both claim the id openai/gsm8k"],
  ])("refuses %j, and says what is wrong with which entry", async (content, message) => {
    const benchmarksFile = await write("wrong.json", content);

    await expect(loadBenchmarks({ benchmarksFile })).rejects.toMatchObject({
      code: "INPUT_INVALID",
      message: expect.stringContaining(message),
    });
  });

  it("says so when an operator's file is not there", async () => {
    const loading = loadBenchmarks({ benchmarksFile: join(folder, "none.json") });

    await expect(loading).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });
});
