import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { Problem } from "../../../schema/api.ts";
import { BatchReport, BatchRequest } from "../../../schema/review-batch.ts";
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

const tags = ["reviews"];

export const reviewRoutes =
  (reviews: Reviews): FastifyPluginAsyncZod =>
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
  };
