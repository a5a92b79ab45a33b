import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  DatasetDetail,
  DatasetPage,
  DatasetQuery,
  LineageQuery,
  LineageView,
  Problem,
} from "../../../schema/api.ts";
import { Edge } from "../../../schema/edge.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { LineageReader } from "../../ports.ts";
import { entityTag } from "../entity-tag.ts";
import { sendChecked } from "../send-checked.ts";

const DatasetPath = z.object({ id: DatasetId });
const tags = ["datasets"];

export const datasetRoutes =
  (lineage: Pick<LineageReader, "search" | "dataset" | "lineage" | "rejected">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/datasets",
      {
        schema: {
          tags,
          summary: "Datasets by name and facts, a page at a time",
          querystring: DatasetQuery,
          response: { 200: DatasetPage, default: Problem },
        },
      },
      ({ query: { q, ...query } }) => lineage.search({ text: q, ...query }),
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
