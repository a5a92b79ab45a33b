import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { PathView, Problem } from "../../../schema/api.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { LineageReader } from "../../ports.ts";

export const pathRoutes =
  (lineage: Pick<LineageReader, "paths">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/paths",
      {
        schema: {
          tags: ["datasets"],
          summary: "How one dataset was built from another",
          querystring: z.object({ from: DatasetId, to: DatasetId }),
          response: { 200: PathView, default: Problem },
        },
      },
      ({ query }) => lineage.paths(query.from, query.to),
    );
  };
