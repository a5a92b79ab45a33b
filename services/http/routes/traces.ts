import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { Problem, TraceList, TracePath, TraceRequest } from "../../../schema/api.ts";
import { Trace } from "../../../schema/trace.ts";
import type { TracingService } from "../../tracing.ts";

const tags = ["traces"];

export const traceRoutes =
  (tracing: Pick<TracingService, "start" | "list" | "find" | "cancel">): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      "/traces",
      {
        config: { cost: "heavy" },
        schema: {
          tags,
          summary: "Start a trace, or go on with the last one of the same roots",
          body: TraceRequest,
          response: { 201: Trace, default: Problem },
        },
      },
      async (request, reply) => {
        const { trace } = await tracing.start(request.body);
        return reply.status(201).header("location", `/api/traces/${trace.id}`).send(trace);
      },
    );
    app.get(
      "/traces",
      {
        schema: { tags, summary: "All traces, newest first", response: { 200: TraceList, default: Problem } },
      },
      async () => ({ items: [...(await tracing.list())] }),
    );
    app.get(
      "/traces/:id",
      {
        schema: {
          tags,
          summary: "One trace",
          params: TracePath,
          response: { 200: Trace, default: Problem },
        },
      },
      ({ params }) => tracing.find(params.id),
    );
    app.post(
      "/traces/:id/cancel",
      {
        schema: {
          tags,
          summary: "Stop a trace; what it has stays, and it can go on later",
          params: TracePath,
          response: { 200: Trace, default: Problem },
        },
      },
      ({ params }) => tracing.cancel(params.id),
    );
  };
