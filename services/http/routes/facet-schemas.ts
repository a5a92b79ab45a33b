import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { findFacetSchema, SCHEMA_VERSION } from "../../../graph/exchange/open-lineage/open-lineage-facets.ts";
import { Problem } from "../../../schema/api.ts";
import { AppError } from "../../../schema/errors.ts";

/** What the `_schemaURL` of our own facets points to, in an OpenLineage export that was made for this service's address. */
export const facetSchemaRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    `/schemas/open-lineage/${SCHEMA_VERSION}/:file`,
    {
      schema: {
        tags: ["exchange"],
        summary: "JSON schema of a facet of ours in OpenLineage exports",
        params: z.object({ file: z.string() }),
        response: { 200: z.record(z.string(), z.unknown()), default: Problem },
      },
    },
    async ({ params: { file }, protocol, host }) => {
      const schema = findFacetSchema(file, `${protocol}://${host}/api/`);
      if (schema === undefined) {
        throw new AppError(`no facet has its schema in ${file}`, { code: "NOT_FOUND", context: { file } });
      }
      return schema;
    },
  );
};
