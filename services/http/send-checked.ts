import type { FastifyReply } from "fastify";

/**
 * Sends a value as JSON without checking it against the route's schema once more: for large answers whose every part was parsed
 * when it was read. The second check of 400 edges costs 15 ms.
 */
export const sendChecked = (reply: FastifyReply, value: object): never =>
  // A text is sent as it is; the route's declared answer stays the schema's.
  reply.type("application/json; charset=utf-8").send(JSON.stringify(value)) as never;
