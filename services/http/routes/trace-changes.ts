import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { Problem, TracePath } from "../../../schema/api.ts";
import { TraceChanges } from "../../../schema/trace-changes.ts";
import type { TracingService } from "../../tracing.ts";

const tags = ["traces"];

export const traceChangeRoutes =
  (tracing: Pick<TracingService, "changes">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/traces/:id/changes",
      {
        schema: {
          tags,
          summary:
            "What a trace found otherwise than the traces before it: edges that are new, gone or changed",
          params: TracePath,
          response: { 200: TraceChanges, default: Problem },
        },
      },
      ({ params }) => tracing.changes(params.id),
    );
  };
