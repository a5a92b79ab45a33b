import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem, TraceList, TracePath, TraceRequest } from "../../../schema/api.ts";
import { Trace } from "../../../schema/trace.ts";
import type { StartedTrace, TracingService } from "../../tracing.ts";
import { createIdempotency } from "../idempotency.ts";

const tags = ["traces"];
const TraceHeaders = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Sending the same request again under the same key starts nothing new" }),
});

export const traceRoutes =
  (tracing: Pick<TracingService, "start" | "list" | "find" | "cancel">): FastifyPluginAsyncZod =>
  async (app) => {
    const once = createIdempotency<StartedTrace>();
    app.post(
      "/traces",
      {
        schema: {
          tags,
          summary: "Start a trace, or go on with the last one of the same roots",
          headers: TraceHeaders,
          body: TraceRequest,
          response: { 201: Trace, default: Problem },
        },
      },
      async (request, reply) => {
        const start = (): Promise<StartedTrace> => tracing.start(request.body);
        const key = request.headers["idempotency-key"];
        const { trace } = await once({ key, content: request.body, act: start });
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
