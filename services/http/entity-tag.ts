import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest, onSendAsyncHookHandler } from "fastify";

/** Gives a successful answer an ETag of its content, and answers 304 to who has it already. For routes whose answers are large. */
export const entityTag: onSendAsyncHookHandler<unknown> = async (request, reply, payload) => {
  if (reply.statusCode !== 200 || typeof payload !== "string") return payload;
  const tag = `W/"${createHash("sha256").update(payload).digest("base64url").slice(0, 27)}"`;
  if (!markTag(request, reply, tag)) return payload;
  reply.removeHeader("content-type");
  return null;
};

/** Sets the tag; whether the asking side has this content already, so that the answer is a 304 without a body. */
export const markTag = (request: FastifyRequest, reply: FastifyReply, tag: string): boolean => {
  reply.header("etag", tag).header("cache-control", "no-cache");
  const known = (request.headers["if-none-match"] ?? "").split(",").map((one) => one.trim());
  if (!known.includes(tag)) return false;
  reply.status(304);
  return true;
};
