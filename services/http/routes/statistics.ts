import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { Problem } from "../../../schema/api.ts";
import { LineageAudit } from "../../../schema/audit.ts";
import { LineageStatistics, StatisticsQuery } from "../../../schema/statistics.ts";
import type { PublishedLineages } from "../../published.ts";

const tags = ["statistics"];

export const statisticsRoutes =
  (published: Pick<PublishedLineages, "statistics" | "audit">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/statistics",
      {
        schema: {
          tags,
          summary: "Size, depth and reuse of the lineage graph, whole and by domain",
          querystring: StatisticsQuery,
          response: { 200: LineageStatistics, default: Problem },
        },
      },
      ({ query }) => published.statistics(query),
    );
    app.get(
      "/audit",
      {
        schema: {
          tags,
          summary: "What the graph's own facts say against published lineages",
          response: { 200: LineageAudit, default: Problem },
        },
      },
      () => published.audit(),
    );
  };
