import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { DatasetDetail, DatasetPage, LineageQuery, LineageView, Problem } from "../../../schema/api.ts";
import { Edge } from "../../../schema/edge.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { LineageReader } from "../../ports.ts";
import { entityTag } from "../entity-tag.ts";
import { sendChecked } from "../send-checked.ts";

const DatasetPath = z.object({ id: DatasetId });
const SearchParameters = z.object({
  q: z.string().max(200).default(""),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
const tags = ["datasets"];

export const datasetRoutes =
  (lineage: Pick<LineageReader, "search" | "dataset" | "lineage" | "rejected">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/datasets",
      {
        schema: {
          tags,
          summary: "Search datasets by id, name or summary",
          querystring: SearchParameters,
          response: { 200: DatasetPage, default: Problem },
        },
      },
      ({ query: { q, limit, cursor } }) =>
        lineage.search({ text: q, limit, ...(cursor === undefined ? {} : { cursor }) }),
    );
    app.get(
      "/datasets/:id",
      {
        schema: {
          tags,
          summary: "One dataset with its documents, models and clearing statements",
          params: DatasetPath,
          response: { 200: DatasetDetail, default: Problem },
        },
      },
      ({ params }) => lineage.dataset(params.id),
    );
    app.get(
      "/datasets/:id/lineage",
      {
        onSend: entityTag,
        schema: {
          tags,
          summary: "The graph around a dataset, ready to draw",
          params: DatasetPath,
          querystring: LineageQuery,
          response: { 200: LineageView, default: Problem },
        },
      },
      async ({ params, query }, reply) => sendChecked(reply, await lineage.lineage(params.id, query)),
    );
    app.get(
      "/datasets/:id/rejected",
      {
        schema: {
          tags,
          summary: "What documents name without the dataset being built from it, with reasons",
          params: DatasetPath,
          response: { 200: z.object({ items: z.array(Edge) }), default: Problem },
        },
      },
      async ({ params }) => ({ items: (await lineage.rejected(params.id)).map(({ edge }) => edge) }),
    );
  };
