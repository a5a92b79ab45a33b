import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem } from "../../../schema/api.ts";
import { ExchangeFormats, ExportQuery, ImportQuery, ImportReport } from "../../../schema/exchange.ts";
import { AppError } from "../../../schema/errors.ts";
import type { Exchange } from "../../create-exchange.ts";
import { acceptFiles } from "../accept-files.ts";
import { type ReceivedFile, UPLOAD_TYPES } from "../receive-file.ts";

const tags = ["exchange"];

/** A graph of 100,000 datasets is some 400 MB as JSON Lines. */
const UPLOAD_LIMIT_BYTES = 1 << 30;

export const exchangeRoutes =
  (exchange: Exchange, uploadFolder: string): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/exchange/formats",
      {
        schema: {
          tags,
          summary: "The formats that the graph can be written in and read from",
          response: { 200: ExchangeFormats, default: Problem },
        },
      },
      () => exchange.formats(),
    );
    const { exports } = await exchange.formats();
    const types = exports.map(({ mediaType }) => mediaType.split(";")[0] ?? mediaType);
    registerExport(app, exchange, types);
    await app.register(importRoute(exchange, uploadFolder));
  };

const registerExport = (
  app: Parameters<FastifyPluginAsyncZod>[0],
  exchange: Exchange,
  types: readonly string[],
): void => {
  app.get(
    "/exchange/export",
    {
      config: { role: "viewer", cost: "heavy" },
      schema: {
        tags,
        summary: "The whole graph, or one dataset's surroundings, in a format",
        querystring: ExportQuery,
        response: {
          200: {
            description: "A file",
            content: Object.fromEntries([...new Set(types)].map((type) => [type, { schema: z.string() }])),
          },
          default: Problem,
        },
      },
    },
    async ({ query }, reply) => {
      const { status, withDocuments, dataset, ...rest } = query;
      const { format, fileName, chunks } = await exchange.export({
        ...rest,
        statuses: status,
        withDocuments: withDocuments === "true",
        ...(dataset === undefined ? {} : { dataset }),
      });
      reply.type(format.mediaType).header("content-disposition", `attachment; filename="${fileName}"`);
      // A stream is sent as it is: the type of the answer is the schema's all the same.
      return reply.send(Readable.from(chunks, { objectMode: false }) as never);
    },
  );
};

/** In a scope of its own, where no body is JSON: what is sent is a file, whatever it holds. */
const importRoute =
  (exchange: Exchange, uploadFolder: string): FastifyPluginAsyncZod =>
  async (app) => {
    acceptFiles(app as unknown as FastifyInstance, { folder: uploadFolder, limitBytes: UPLOAD_LIMIT_BYTES });
    app.post(
      "/exchange/import",
      {
        config: { role: "operator", cost: "heavy" },
        schema: {
          tags,
          summary: "Read a file into the graph; everything is checked before anything is written",
          description: "The body is the file itself.",
          consumes: [...UPLOAD_TYPES],
          querystring: ImportQuery,
          response: { 200: ImportReport, default: Problem },
        },
      },
      async ({ query, body }) => {
        const file = body as ReceivedFile | undefined;
        if (file === undefined) {
          throw new AppError("send the file as the body of the request", { code: "INPUT_INVALID" });
        }
        const [merge, dryRun] = [query.merge === "true", query.dryRun === "true"];
        try {
          return await exchange.import({ path: file.path, format: query.format, merge, dryRun });
        } finally {
          await file.remove();
        }
      },
    );
  };
