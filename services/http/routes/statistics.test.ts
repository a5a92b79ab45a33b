import { describe, expect, it } from "vitest";
import type { LineageStatistics, StatisticsQuery } from "../../../schema/statistics.ts";
import { lineageStatistics } from "../../analysis/lineage-statistics.ts";
import { aServer } from "../test-server.ts";

const aGraph = (top: number): LineageStatistics =>
  lineageStatistics({
    arcs: [{ from: "acme/mix", to: "acme/seed" }],
    domains: new Map([["acme/mix", ["math"]]]),
    top,
  });

const serve = async () => {
  const asked: StatisticsQuery[] = [];
  const app = await aServer({
    published: {
      statistics: async (query) => {
        asked.push(query);
        return aGraph(query.top);
      },
      audit: () => Promise.reject(new Error("not asked for")),
    },
  });
  return { app, asked };
};

const headers = { host: "127.0.0.1" };

describe("GET /api/statistics", () => {
  it("gives the figures of the graph", async () => {
    const { app, asked } = await serve();

    const response = await app.inject({ url: "/api/statistics", headers });

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual(aGraph(10));
    expect(asked).toEqual([{ status: ["accepted"], top: 10 }]);
  });

  it("takes domain, statuses, roots and length of lists", async () => {
    const { app, asked } = await serve();

    await app.inject({
      url: "/api/statistics?domain=math&status=accepted,flagged&roots=acme%2Fmix,name:x&top=3",
      headers,
    });

    expect(asked).toEqual([
      { domain: "math", status: ["accepted", "flagged"], roots: ["acme/mix", "name:x"], top: 3 },
    ]);
  });

  it.each(["domain=poetry", "status=believed", "top=0", "roots=not%20an%20id"])(
    "refuses %s",
    async (query) => {
      const { app, asked } = await serve();

      const response = await app.inject({ url: `/api/statistics?${query}`, headers });

      expect(response.statusCode).toBe(400);
      expect(asked).toEqual([]);
    },
  );
});
