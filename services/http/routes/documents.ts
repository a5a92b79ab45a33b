import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { DocumentDetail, DocumentPath, Problem } from "../../../schema/api.ts";
import type { LineageReader } from "../../ports.ts";

export const documentRoutes =
  (lineage: Pick<LineageReader, "document">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/documents/:sha256",
      {
        schema: {
          tags: ["documents"],
          summary: "A frozen document with its text and the edges that it supports",
          params: DocumentPath,
          response: { 200: DocumentDetail, default: Problem },
        },
      },
      ({ params }) => lineage.document(params.sha256),
    );
  };
