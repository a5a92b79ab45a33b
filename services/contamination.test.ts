import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBenchmarkList } from "../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../graph/database.ts";
import { BARE_EDGE_START } from "../graph/queries/lineage.ts";
import { createLineageStore } from "../graph/store/lineage.ts";
import { openTestDatabase } from "../graph/testing/open-test-database.ts";
import { DatasetId } from "../schema/ids.ts";
import { printContamination } from "./cli/print-contamination.ts";
import { createTerminal } from "./cli/output/terminal.ts";
import { createContaminationReader } from "./contamination.ts";
import type { ContaminationReader } from "./contamination.ts";
import { loadBenchmarks } from "./load-benchmarks.ts";
import { createPublishedLineages } from "./published.ts";

const now = (): Date => new Date("2026-01-02T03:04:05Z");

/** The published lineage of the seed, looked through for the benchmarks of the list. */
let database: Database;
let reader: ContaminationReader;
beforeAll(async () => {
  database = await openTestDatabase();
  const list = await loadBenchmarks({});
  const store = createLineageStore(database, { benchmarks: list, now });
  await createPublishedLineages({ database, store, now }).seed({ parts: ["text"] });
  reader = createContaminationReader({ database, store, list });
}, 60_000);
afterAll(() => database.close());

const levelsOf = async (benchmark: string): Promise<ReadonlyMap<string, string>> => {
  const { items } = await reader.list({ benchmark, limit: 500 });
  return new Map(items.map(({ dataset, level }) => [dataset, level]));
};

describe("the cases of the report", () => {
  it("Big-Math-RL-Verified contains Omni-MATH, and what derives from it inherits that", async () => {
    const levels = await levelsOf("Omni-MATH");

    expect(levels.get("SynthLabsAI/Big-Math-RL-Verified")).toBe("declared");
    expect(levels.get("a-m-team/AM-Thinking-v1-Distilled")).toBe("inherited");
    expect(levels.get("LHL3341/Caco-1.3M")).toBe("inherited");
  });

  it("DeepCoder-Preview contains LiveCodeBench v5, and what derives from it inherits that", async () => {
    const levels = await levelsOf("LiveCodeBench v5");

    expect(Object.fromEntries(levels)).toEqual({
      "agentica-org/DeepCoder-Preview-Dataset": "declared",
      "a-m-team/AM-Thinking-v1-Distilled": "inherited",
    });
  });

  it("a benchmark with a train split is a suspicion, as the publication names no split", async () => {
    const levels = await levelsOf("gsm8k");

    expect(levels.get("AI-MO/NuminaMath-CoT")).toBe("suspected");
    expect([...levels.values()]).not.toContain("declared");
  });
});

const printed = async (request: { readonly dataset?: string; readonly benchmark?: string }, json = false) => {
  const lines: string[] = [];
  const stream = { write: (text: string) => Boolean(lines.push(text)), isTTY: false, columns: 100 };
  const terminal = createTerminal({ stdout: stream, stderr: stream, environment: {} });
  const { dataset, ...rest } = request;
  const id = dataset === undefined ? {} : { dataset: DatasetId.parse(dataset) };
  await printContamination(reader, { ...rest, ...id, terminal, json });
  return lines.join("").split("\n").slice(0, -1);
};

describe("contamination on the command line", () => {
  it("shows the way to a benchmark, who says so, and that nobody read the dataset's own documents", async () => {
    const lines = await printed({ dataset: "a-m-team/AM-Thinking-v1-Distilled", benchmark: "livecodebench" });

    expect(lines).toEqual([
      "PrimeIntellect/LiveCodeBench-v5  inherited, from a declared use, split unknown, 2 steps, confidence 0.96",
      expect.stringContaining("a-m-team/AM-Thinking-v1-Distilled <- agentica-org/DeepCoder-Preview-Dataset"),
      expect.stringContaining("published claim, no quote of ours"),
      expect.stringContaining("agentica-org/DeepCoder-Preview-Dataset <- name:livecodebench-v5"),
      expect.stringContaining("published claim, no quote of ours"),
      expect.stringMatching(/^more may be true of .*not traced$/),
    ]);
  });

  it("says plainly when nothing is documented", async () => {
    const nothing = await printed({
      dataset: "microsoft/orca-math-word-problems-200k",
      benchmark: "Omni-MATH",
    });
    const absent = await printed({ benchmark: "HMMT Feb 2025" });

    expect(nothing).toEqual([
      "no documented way leads from microsoft/orca-math-word-problems-200k to held-out items of Omni-MATH",
      "this says nothing of microsoft/orca-math-word-problems-200k: its documents were never read: known from a publication only, not traced",
    ]);
    expect(absent).toEqual(["no documented way leads to held-out items of HMMT Feb 2025"]);
  });

  it("counts who has which level, benchmark by benchmark", async () => {
    expect(await printed({})).toContain("KbsdJames/Omni-MATH  4 declared, 6 inherited");
  });

  it("reads the edges along the ways of a dataset step by step, and never looks for one among all", async () => {
    const statements: string[] = [];
    const read: Database["read"] = (cypher, ...rest) => {
      statements.push(cypher);
      return database.read(cypher, ...rest);
    };
    const list = await loadBenchmarks({});
    const watched: Database = { ...database, read };
    const store = createLineageStore(watched, { benchmarks: list, now });
    const dataset = DatasetId.parse("a-m-team/AM-Thinking-v1-Distilled");

    const { items, edges } = await createContaminationReader({ database: watched, store, list }).report(
      dataset,
    );

    const named = new Set(items.flatMap(({ path, strongest }) => [...path, ...strongest]));
    expect(named.size).toBeGreaterThan(10);
    expect(new Set(edges.map(({ edge }) => edge.id))).toEqual(named);
    expect(statements).not.toContain(BARE_EDGE_START);
    // The dataset, its flags, a read for each length of its ways and one for all evidence.
    expect(statements.length).toBeLessThan(12);
  });

  it("gives machines one flag a line", async () => {
    const [first] = await printed({ benchmark: "livecodebench" }, true);

    expect(JSON.parse(first ?? "")).toMatchObject({ kind: "flag", level: "inherited", distance: 2 });
  });

  it("knows a benchmark that another list marked in this graph", async () => {
    const none = createBenchmarkList([]);
    const store = createLineageStore(database, { benchmarks: none, now });
    const other = createContaminationReader({ database, store, list: none });

    const { items } = await other.list({ benchmark: "kbsdjames/omni-math", limit: 500 });

    expect(items).toHaveLength(10);
  });

  it("knows no benchmark that is neither listed nor in the graph, and no dataset that is not in the graph", async () => {
    await expect(printed({ benchmark: "nobody/quiz" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(printed({ dataset: "nobody/set" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
