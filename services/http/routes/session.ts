import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { Problem, SessionView } from "../../../schema/api.ts";
import type { Doorkeeper } from "../../auth/doorkeeper.ts";

export const sessionRoutes =
  (doorkeeper: Pick<Doorkeeper, "isOpen">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/session",
      {
        schema: {
          tags: ["service"],
          summary: "Who asks, and what they may do",
          response: { 200: SessionView, default: Problem },
        },
      },
      async ({ session: { name, role } }) => ({ name, role, tokenNeeded: !(await doorkeeper.isOpen()) }),
    );
  };
