import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { LineageView, Problem } from "../../../schema/api.ts";
import { CommonAncestors, CommonAncestorsQuery, TargetsQuery } from "../../../schema/lineage.ts";
import type { LineageReader } from "../../ports.ts";
import { entityTag } from "../entity-tag.ts";
import { sendChecked } from "../send-checked.ts";

const tags = ["lineage"];

export const lineageRoutes =
  (lineage: Pick<LineageReader, "lineages" | "commonAncestors">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/lineage",
      {
        onSend: entityTag,
        schema: {
          tags,
          summary: "The graph around one or several datasets, expanded where asked for, ready to draw",
          querystring: TargetsQuery,
          response: { 200: LineageView, default: Problem },
        },
      },
      async ({ query }, reply) => sendChecked(reply, await lineage.lineages(query)),
    );
    app.get(
      "/lineage/common",
      {
        schema: {
          tags,
          summary: "What several datasets all derive from, nearest first, with the shortest ways",
          querystring: CommonAncestorsQuery,
          response: { 200: CommonAncestors, default: Problem },
        },
      },
      async ({ query }, reply) => sendChecked(reply, await lineage.commonAncestors(query)),
    );
  };
