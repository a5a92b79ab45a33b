import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../graph/database.ts";
import { createLineageStore } from "../../graph/store/lineage.ts";
import { openTestDatabase } from "../../graph/testing/open-test-database.ts";
import { StatisticsQuery } from "../../schema/statistics.ts";
import { createPublishedLineages } from "../published.ts";
import type { PublishedLineages } from "../published.ts";

let database: Database;
let published: PublishedLineages;
const NO_TEXTS = { text: async () => "" };

beforeAll(async () => {
  database = await openTestDatabase();
  const store = createLineageStore(database);
  published = createPublishedLineages({ database, store, now: () => new Date("2026-01-02T03:04:05Z") });
});
afterAll(() => database.close());

const faults = () => createLineageStore(database).faults(NO_TEXTS);
const statistics = (query: Readonly<Record<string, unknown>>) =>
  published.statistics(StatisticsQuery.parse(query));

describe("the seed", () => {
  it("makes a sound graph of the text lineage, with the figures of docs/seed.md", async () => {
    const progress: number[] = [];

    const reports = await published.seed({
      parts: ["text"],
      onProgress: (_part, written) => progress.push(written),
    });

    expect(reports).toMatchObject([
      {
        part: "text",
        publication: { citation: "arXiv:2604.10480", revision: "9611c07" },
        datasets: { added: 807, known: 0 },
        edges: { added: 1088 },
        accepted: 1020,
        flagged: 68,
        flags: { "low-confidence": 5, "newer-than-derived": 18, "name-ambiguous": 47 },
      },
    ]);
    expect(progress.at(-1)).toBe(807 + 1088);
    expect(await faults()).toEqual([]);
  });

  it("is audited with the figures of docs/seed.md", async () => {
    expect(await published.audit()).toMatchObject({
      datasets: 789,
      edges: 1088,
      withoutEvidence: 1088,
      datable: 663,
      newerThanDerived: { count: 18 },
      datableByEarliest: 663,
      newerByEarliest: { count: 78 },
      cycles: { count: 0 },
      self: { count: 0 },
      unresolved: { count: 382 },
      ambiguousIds: { count: 28 },
      ambiguousNames: { count: 47 },
      deadIds: { count: 12 },
      lowConfidence: { count: 5 },
    });
  });

  it("has the statistics of docs/statistics.md", async () => {
    const whole = await statistics({ status: "accepted,flagged" });
    const accepted = await statistics({});

    expect(whole.all).toMatchObject({ nodes: 789, edges: 1088, roots: 32, leaves: 588, maximumDepth: 11 });
    expect(
      whole.domains.map(({ domain, averageDepth, maximumDepth }) => [
        domain,
        averageDepth.toFixed(2),
        maximumDepth,
      ]),
    ).toEqual([
      ["math", "4.56", 11],
      ["code", "3.44", 11],
      ["science", "4.96", 10],
      ["general", "2.75", 11],
    ]);
    expect(whole.superAggregators.map(({ value }) => value)).toEqual([111, 79, 70, 59, 54]);
    expect(whole.ancestorSets[0]).toEqual({ id: "OpenDataArena/ODA-scored-data-2603", value: 530 });
    expect(accepted.all.edges).toBe(1020);
  });

  it("changes nothing when it is loaded again", async () => {
    const [again] = await published.seed({ parts: ["text"] });

    expect(again?.edges).toEqual({ added: 0, changed: 0, unchanged: 1088, noted: 0, left: 0 });
  });

  it("stays sound with the multimodal lineage, whose doubtful edges wait", async () => {
    const [multimodal] = await published.seed({ parts: ["multimodal"] });

    expect(multimodal).toMatchObject({ accepted: 1102, flagged: 963 });
    expect(await faults()).toEqual([]);
  });

  it("is taken out without a trace", async () => {
    await published.removeSeed(["multimodal", "text"]);

    expect(await database.read("MATCH (n) RETURN count(n) AS nodes")).toEqual([{ nodes: 0 }]);
  });
});
