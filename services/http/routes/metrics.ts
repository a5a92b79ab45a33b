import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem } from "../../../schema/api.ts";
import type { Metrics } from "../metrics.ts";

/** A viewer's: the token lies in another system's configuration, so it must not be able to do anything. */
export const metricsRoutes =
  (metrics: Metrics): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/metrics",
      {
        schema: {
          tags: ["service"],
          summary: "Figures for Prometheus",
          response: {
            200: {
              description: "The text format of Prometheus",
              content: { "text/plain": { schema: z.string() } },
            },
            default: Problem,
          },
        },
      },
      async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()),
    );
  };
