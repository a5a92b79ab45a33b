import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { MirrorReply } from "./mirror-reply.ts";

/** Writes a reply: adds an ETag, answers 304 to a matching If-None-Match and 206 to a single byte range. */
export const sendReply = (message: IncomingMessage, response: ServerResponse, reply: MirrorReply): void => {
  const { status, headers, body } = withRange(message, withValidator(message, reply));
  response.writeHead(
    status,
    status === 304 ? headers : { ...headers, "content-length": String(body.length) },
  );
  response.end(message.method === "HEAD" || status === 304 ? undefined : body);
};

const withValidator = (message: IncomingMessage, reply: MirrorReply): MirrorReply => {
  if (reply.status !== 200) return reply;
  const etag = reply.headers["etag"] ?? `"${createHash("sha1").update(reply.body).digest("hex")}"`;
  const headers = { ...reply.headers, etag };
  const isKnown = message.headers["if-none-match"]?.split(",").some((known) => known.trim() === etag);
  return isKnown === true ? { status: 304, headers, body: Buffer.alloc(0) } : { ...reply, headers };
};

const withRange = (message: IncomingMessage, reply: MirrorReply): MirrorReply => {
  const [, from = "", to = ""] = /^bytes=(\d+)-(\d*)$/.exec(message.headers.range ?? "") ?? [];
  const size = reply.body.length;
  if (reply.status !== 200 || from === "") return reply;
  const start = Number(from);
  const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end)
    return { status: 416, headers: { "content-range": `bytes */${size}` }, body: Buffer.alloc(0) };
  const headers = {
    ...reply.headers,
    "accept-ranges": "bytes",
    "content-range": `bytes ${start}-${end}/${size}`,
  };
  return { status: 206, headers, body: reply.body.subarray(start, end + 1) };
};
