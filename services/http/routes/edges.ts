import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { EdgeDetail, EdgePath, Problem } from "../../../schema/api.ts";
import { EdgeHistory } from "../../../schema/edge-history.ts";
import type { LineageReader } from "../../ports.ts";
import { joinEdgeHistory } from "../../join-edge-history.ts";
import type { Reviews } from "../../reviews.ts";
import type { TracingService } from "../../tracing.ts";

const tags = ["edges"];

interface EdgeReaders {
  readonly lineage: Pick<LineageReader, "edge">;
  readonly tracing: Pick<TracingService, "history">;
  readonly reviews: Pick<Reviews, "ofEdge">;
}

export const edgeRoutes =
  ({ lineage, tracing, reviews }: EdgeReaders): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/edges/:id",
      {
        schema: {
          tags,
          summary: "An edge with everything that proves it",
          params: EdgePath,
          response: { 200: EdgeDetail, default: Problem },
        },
      },
      ({ params }) => lineage.edge(params.id),
    );
    app.get(
      "/edges/:id/history",
      {
        schema: {
          tags,
          summary: "What traces, publications and people did to an edge, the earliest first",
          params: EdgePath,
          response: { 200: EdgeHistory, default: Problem },
        },
      },
      async ({ params }) => {
        const { edge } = await lineage.edge(params.id);
        return joinEdgeHistory(await tracing.history(edge), await reviews.ofEdge(edge.id));
      },
    );
  };
