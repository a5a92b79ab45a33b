import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { EdgeDetail, EdgePath, Problem } from "../../../schema/api.ts";
import type { LineageReader } from "../../ports.ts";

export const edgeRoutes =
  (lineage: Pick<LineageReader, "edge">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/edges/:id",
      {
        schema: {
          tags: ["edges"],
          summary: "An edge with everything that proves it",
          params: EdgePath,
          response: { 200: EdgeDetail, default: Problem },
        },
      },
      ({ params }) => lineage.edge(params.id),
    );
  };
