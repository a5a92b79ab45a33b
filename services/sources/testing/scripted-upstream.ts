import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ScriptedReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Announce the whole body, send half of it and hang up. */
  readonly truncated?: true;
  /** Send no answer at all. */
  readonly silent?: true;
  /** Reset the connection instead of answering. */
  readonly reset?: true;
  /** Send so many bytes of text in small pieces, announcing no length. */
  readonly endlessBytes?: number;
}

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface ScriptedUpstream {
  readonly origin: string;
  readonly seen: readonly SeenRequest[];
  /** The replies to one path, in order; the last one stays. A path without script answers 404. */
  script(path: string, ...replies: readonly ScriptedReply[]): void;
  paths(): readonly string[];
  /** Bytes of endless bodies that were handed to the network. */
  sentBytes(): number;
  close(): Promise<void>;
}

/** An HTTP server on the loopback address that answers by script and remembers what it was asked. */
export const createScriptedUpstream = async (): Promise<ScriptedUpstream> => {
  const scripts = new Map<string, ScriptedReply[]>();
  const seen: SeenRequest[] = [];
  let sent = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    seen.push({ path, headers: request.headers });
    const replies = scripts.get(path) ?? scripts.get(path.split("?")[0] ?? path);
    const reply = (replies !== undefined && replies.length > 1 ? replies.shift() : replies?.[0]) ?? {
      status: 404,
    };
    send(response, reply, (bytes) => (sent += bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    script: (path, ...replies) => scripts.set(path, [...replies]),
    paths: () => seen.map(({ path }) => path),
    sentBytes: () => sent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const PIECE = Buffer.alloc(65_536, "x");

const send = (response: ServerResponse, reply: ScriptedReply, onSent: (bytes: number) => void): void => {
  if (reply.silent) return;
  if (reply.reset) {
    response.socket?.resetAndDestroy();
    return;
  }
  const body = Buffer.from(reply.body ?? "");
  const headers = { "content-type": "text/plain; charset=utf-8", ...reply.headers };
  if (reply.endlessBytes !== undefined) {
    response.writeHead(reply.status ?? 200, headers);
    sendPieces(response, reply.endlessBytes, onSent);
  } else if (reply.truncated) {
    response.writeHead(reply.status ?? 200, { ...headers, "content-length": String(body.length) });
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
  } else {
    response.writeHead(reply.status ?? 200, headers);
    response.end(body);
  }
};

const sendPieces = (response: ServerResponse, left: number, onSent: (bytes: number) => void): void => {
  if (left <= 0 || response.destroyed) {
    response.end();
    return;
  }
  onSent(PIECE.length);
  response.write(PIECE, () => sendPieces(response, left - PIECE.length, onSent));
};
