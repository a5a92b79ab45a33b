import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem } from "../../../schema/api.ts";
import { ContaminationRanking, RankingQuery } from "../../../schema/contamination-ranking.ts";
import { DatasetId } from "../../../schema/ids.ts";
import { Withdrawal } from "../../../schema/withdrawal.ts";
import type { ContaminationReader } from "../../contamination.ts";
import { entityTag } from "../entity-tag.ts";
import { sendChecked } from "../send-checked.ts";

const tags = ["contamination"];

export const contaminationOverviewRoutes =
  (contamination: Pick<ContaminationReader, "ranking" | "withdrawal">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/contamination/datasets",
      {
        schema: {
          tags,
          summary: "Datasets ranked by how they stand to chosen benchmarks, with a cell for each of these",
          querystring: RankingQuery,
          response: { 200: ContaminationRanking, default: Problem },
        },
      },
      async ({ query }, reply) => sendChecked(reply, await contamination.ranking(query)),
    );
    app.get(
      "/datasets/:id/withdrawal",
      {
        config: { cost: "heavy" },
        onSend: entityTag,
        schema: {
          tags,
          summary: "What taking a dataset out of everything built from it would change; nothing is written",
          params: z.object({ id: DatasetId }),
          response: { 200: Withdrawal, default: Problem },
        },
      },
      async ({ params }, reply) => sendChecked(reply, await contamination.withdrawal(params.id)),
    );
  };
