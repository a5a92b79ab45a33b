import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { Problem } from "../../../schema/api.ts";
import { QueueQuery } from "../../../schema/queue-filter.ts";
import {
  AssignAnswer,
  AssignRequest,
  QueueClient,
  QueueDetail,
  QueuePage,
  QueuePath,
  ReleaseAnswer,
  ReleaseRequest,
  TakeAnswer,
  TakeRequest,
} from "../../../schema/review-queue.ts";
import type { ReviewQueue } from "../../queue/review-queue.ts";

const tags = ["reviews"];
const reviewer = { role: "reviewer" } as const;

/** What waits for people, and who has what of it before them. */
export const reviewQueueRoutes =
  (queue: ReviewQueue): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(queue));
    await app.register(holdingRoutes(queue));
  };

const readingRoutes =
  (queue: ReviewQueue): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/reviews/queue",
      {
        schema: {
          tags,
          summary: "What waits for the asker: theirs first, then by expected value, what they skipped last",
          description:
            "Every part of the filter must hold; lists have commas between their words. What somebody else holds, or is assigned to, is listed too.",
          querystring: QueueQuery,
          response: { 200: QueuePage, default: Problem },
        },
      },
      ({ query, session }) => queue.list(query, session),
    );
    app.get(
      "/reviews/queue/:edge",
      {
        schema: {
          tags,
          summary: "All that is needed to decide on one edge, whether it waits or not",
          description:
            "Of an edge that is due for a second look (`blind`) nothing shows what was decided, by whom or why.",
          params: QueuePath,
          querystring: QueueClient,
          response: { 200: QueueDetail, default: Problem },
        },
      },
      ({ params, query, session }) => queue.item(params.edge, query.client, session),
    );
  };

const holdingRoutes =
  (queue: ReviewQueue): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      "/reviews/queue/take",
      {
        config: reviewer,
        schema: {
          tags,
          summary: "The next item for the asker, or a named one, held for a while; asked for again, longer",
          description:
            "Two who take at once never get the same item. A named edge that somebody else holds is a CONFLICT that says who, until when.",
          body: TakeRequest,
          response: { 200: TakeAnswer, default: Problem },
        },
      },
      ({ body, session }) => queue.take(body, session),
    );
    app.post(
      "/reviews/queue/release",
      {
        config: reviewer,
        schema: {
          tags,
          summary: "Let others have what the asker holds",
          body: ReleaseRequest,
          response: { 200: ReleaseAnswer, default: Problem },
        },
      },
      ({ body, session }) => queue.release(body, session),
    );
    app.post(
      "/reviews/queue/assign",
      {
        config: reviewer,
        schema: {
          tags,
          summary: "Make items of the queue somebody's own, or nobody's; with `preview` counts them",
          body: AssignRequest,
          response: { 200: AssignAnswer, default: Problem },
        },
      },
      ({ body, session }) => queue.assign(body, session),
    );
  };
