import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { Health, Problem } from "../../../schema/api.ts";
import type { HealthReader } from "../../ports.ts";

export const healthRoutes =
  ({ health }: HealthReader): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/health",
      {
        schema: {
          tags: ["service"],
          summary: "Whether the service can do its work",
          response: { 200: Health, default: Problem },
        },
      },
      () => health(),
    );
  };
