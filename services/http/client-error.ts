import type { Socket } from "node:net";
import type { Problem } from "../../schema/api.ts";

const ANSWERS: Readonly<Record<string, readonly [status: number, reason: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large", "the address and the headers are too long"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout", "the request did not come in time"],
};
const OTHER = [400, "Bad Request", "this is no HTTP request that can be read"] as const;

/** What never becomes a request is answered in words of ours too, then the connection is over. */
export const answerClientError = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, title, detail] = ANSWERS[error.code ?? ""] ?? OTHER;
  const type = "urn:stemma:error:input-invalid";
  const problem: Problem = { type, title, status, code: "INPUT_INVALID", detail };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    "content-type: application/problem+json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
};
