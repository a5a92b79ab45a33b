import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem } from "../../../schema/api.ts";
import {
  CypherAnswer,
  type CypherFormat,
  CypherRequest,
  QueryId,
  SavedQueryList,
  SavedQueryRequest,
} from "../../../schema/cypher.ts";
import { sendChecked } from "../send-checked.ts";
import { toCsv, toJsonLines } from "../../use-cases/run-cypher-export.ts";
import type { CypherConsole } from "../../use-cases/run-cypher.ts";

const tags = ["cypher"];
const QueryPath = z.object({ id: QueryId });
/** Without a body every parameter takes its default. */
const SavedBody = SavedQueryRequest.nullable();
const SavedPath = z.object({ name: z.string().min(1).max(100) });
const text = { schema: z.string() };
const response = {
  200: {
    description: "The rows, as `format` asks for them; as text they come with the header x-truncated",
    content: {
      "application/json": { schema: CypherAnswer },
      "text/csv": text,
      "application/x-ndjson": text,
    },
  },
  default: Problem,
};

export const cypherRoutes =
  (console: CypherConsole): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(textRoutes(console));
    await app.register(savedRoutes(console));
  };

/** People's own texts: an operator's, because a clever one can keep the engine busy. */
const textRoutes =
  (console: CypherConsole): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      "/cypher",
      {
        config: { role: "operator", cost: "heavy" },
        schema: {
          tags,
          summary: "Run a read-only Cypher text; give an id to be able to cancel it",
          body: CypherRequest,
          response,
        },
      },
      async (request, reply) => {
        const { body } = request;
        return send(reply, body.format, await console.run(body, whileConnected(reply)));
      },
    );
    app.delete(
      "/cypher/:id",
      {
        config: { role: "operator", cost: "write" },
        schema: {
          tags,
          summary: "Cancel a query that runs or waits",
          params: QueryPath,
          response: { 204: z.undefined(), default: Problem },
        },
      },
      async ({ params }, reply) => {
        console.cancel(params.id);
        return reply.status(204).send();
      },
    );
  };

const savedRoutes =
  (console: CypherConsole): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/cypher/saved",
      {
        schema: {
          tags,
          summary: "The saved queries with their parameters and texts",
          response: { 200: SavedQueryList, default: Problem },
        },
      },
      async () => ({ items: [...console.saved()] }),
    );
    app.post(
      "/cypher/saved/:name",
      {
        config: { role: "viewer", cost: "heavy" },
        schema: { tags, summary: "Run a saved query", params: SavedPath, body: SavedBody, response },
      },
      async ({ params, body }, reply) => {
        const request = body ?? SavedQueryRequest.parse({});
        // Runs on when its client goes away: to end a statement early may stop the engine for everybody.
        return send(reply, request.format, await console.runSaved(params.name, request));
      },
    );
  };

/** Aborts when the client goes away before it has its answer. */
const whileConnected = (reply: FastifyReply): AbortSignal => {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort(new Error("the client went away"));
  });
  return controller.signal;
};

const send = (reply: FastifyReply, format: CypherFormat, answer: CypherAnswer): never => {
  if (format === "json") return sendChecked(reply, answer);
  const [type, written] =
    format === "csv"
      ? ["text/csv; charset=utf-8; header=present", toCsv(answer)]
      : ["application/x-ndjson; charset=utf-8", toJsonLines(answer)];
  reply.header("x-query-id", answer.id).header("x-truncated", String(answer.truncated));
  // A text is sent as it is; the route's declared answer stays the schema's.
  return reply.type(type).send(written) as never;
};
