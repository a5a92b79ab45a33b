import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem } from "../../../schema/api.ts";
import { AppError } from "../../../schema/errors.ts";
import {
  BatchReport,
  BatchRequest,
  PatchExportQuery,
  PatchQuery,
  PatchReport,
} from "../../../schema/review-batch.ts";
import {
  MAX_BATCH,
  ReviewEvent,
  ReviewLog,
  ReviewLogQuery,
  ReviewPath,
  ReviewRequest,
  UndoRequest,
} from "../../../schema/review.ts";
import type { Reviews } from "../../reviews.ts";
import { acceptFiles } from "../accept-files.ts";
import { type ReceivedFile, UPLOAD_TYPES } from "../receive-file.ts";

const tags = ["reviews"];

/** 20,000 events with what they changed are some 60 MB. */
const UPLOAD_LIMIT_BYTES = 256 * 1024 ** 2;
const JSON_LINES = "application/x-ndjson";

export const reviewRoutes =
  (reviews: Reviews, uploadFolder: string): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/reviews",
      {
        schema: {
          tags,
          summary: "The log of reviews, the earliest first",
          querystring: ReviewLogQuery,
          response: { 200: ReviewLog, default: Problem },
        },
      },
      ({ query }) => reviews.log(query),
    );
    app.post(
      "/reviews",
      {
        config: { role: "viewer" },
        schema: {
          tags,
          summary: "Decide on an edge, add or skip one, say what a name means, or propose",
          description:
            "A viewer may propose; anything else needs a reviewer. Sent again with the same `event`, the first answer comes back and nothing is written. With a `revision` that is not the edge's last one the answer is CONFLICT, with who decided what and when.",
          body: ReviewRequest,
          response: { 201: ReviewEvent, default: Problem },
        },
      },
      async ({ body, session }, reply) => reply.status(201).send(await reviews.review(body, session)),
    );
    app.post(
      "/reviews/bulk",
      {
        config: { role: "reviewer", cost: "heavy" },
        schema: {
          tags,
          summary: "Decide many edges alike, all or none; with `preview` tells what that would do",
          description: `At most ${MAX_BATCH} edges, by their ids or by what they have. All events share a batch, which is undone as one.`,
          body: BatchRequest,
          response: { 200: BatchReport, default: Problem },
        },
      },
      ({ body, session }) => reviews.bulk(body, session),
    );
    app.post(
      "/reviews/:id/undo",
      {
        config: { role: "reviewer" },
        schema: {
          tags,
          summary: "Undo an event or a batch; undoing an undoing brings it back",
          params: ReviewPath,
          body: UndoRequest.nullish(),
          response: { 201: ReviewEvent, default: Problem },
        },
      },
      async ({ params, body, session }, reply) =>
        reply.status(201).send(await reviews.undo(params.id, body ?? {}, session)),
    );
    await app.register(patchRoutes(reviews, uploadFolder));
  };

/** In a scope of its own, where no body is JSON. */
const patchRoutes =
  (reviews: Reviews, uploadFolder: string): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/reviews/export",
      {
        config: { cost: "heavy" },
        schema: {
          tags,
          summary: "The log as JSON Lines, to be taken in by another graph",
          querystring: PatchExportQuery,
          response: {
            200: { description: "A file", content: { [JSON_LINES]: { schema: z.string() } } },
            default: Problem,
          },
        },
      },
      async ({ query }, reply) => {
        reply.type(JSON_LINES).header("content-disposition", 'attachment; filename="stemma-reviews.jsonl"');
        // A stream is sent as it is: the type of the answer is the schema's all the same.
        return reply.send(Readable.from(reviews.exportLines(query), { objectMode: false }) as never);
      },
    );
    acceptFiles(app as unknown as FastifyInstance, { folder: uploadFolder, limitBytes: UPLOAD_LIMIT_BYTES });
    app.post(
      "/reviews/import",
      {
        config: { role: "reviewer", cost: "heavy" },
        schema: {
          tags,
          summary: "Do here what the log of another graph says was done, as far as it still applies",
          description:
            "The body is the file itself, as an export has it. Events that are here already are left out, so that the same file again does nothing; where somebody decided otherwise here, that stands.",
          consumes: [...UPLOAD_TYPES],
          querystring: PatchQuery,
          response: { 200: PatchReport, default: Problem },
        },
      },
      async ({ query, body, session }) => {
        const file = body as ReceivedFile | undefined;
        if (file === undefined) {
          throw new AppError("send the file as the body of the request", { code: "INPUT_INVALID" });
        }
        try {
          return await reviews.importFile(file.path, query.preview, session);
        } finally {
          await file.remove();
        }
      },
    );
  };
