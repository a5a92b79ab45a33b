import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { documentAnswers } from "./document-answers.ts";
import { costOf, roleOf } from "./route-access.ts";

const DESCRIPTION = `Where a dataset came from, with the quote that proves it. Ids in paths are URL-encoded (openai%2Fgsm8k).

Roles: a viewer reads, a reviewer also decides on edges, an operator also traces, imports and runs. Each operation says the least
role that it needs. On a loopback address no token is asked for until one is made (stemma token create), and everyone is operator.

Pages: pass nextCursor of one page as cursor of the next, with the same other parameters. Errors are problem documents (RFC 9457)
with a stable code. A write may carry an idempotency-key header: sent again under the same key it is not done again.`;

/** The OpenAPI document of every route that is registered afterwards. */
export const registerOpenApi = async (app: FastifyInstance, version: string): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Stemma", version, description: DESCRIPTION, license: { name: "Apache-2.0" } },
      security: [{ bearer: [] }, { cookie: [] }, {}],
      components: {
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer", description: "A token of stemma token create" },
          cookie: {
            type: "apiKey",
            in: "cookie",
            name: "stemma_token",
            description: "Set by opening /?token=... once",
          },
        },
      },
    },
    transform: (input) => {
      const transformed = jsonSchemaTransform(input);
      const role = roleOf(input.route);
      const said = transformed.schema.description;
      const description = `${said === undefined ? "" : `${said} `}Needs the role ${role}.`;
      const schema = { ...transformed.schema, description, "x-role": role, "x-cost": costOf(input.route) };
      return { ...transformed, schema };
    },
    transformObject: (input) => documentAnswers(jsonSchemaTransformObject(input)),
  });
};
