import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { Problem } from "../../../schema/api.ts";
import { PathQuery, PathView } from "../../../schema/paths.ts";
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
          description:
            "Either end may be given first. With no way between them, it says whether rejected edges would make one.",
          querystring: PathQuery,
          response: { 200: PathView, default: Problem },
        },
      },
      ({ query }) => lineage.paths(query),
    );
  };
