import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { AppError } from "../../schema/errors.ts";
import { createArxivLibrary } from "./arxiv-library.ts";
import { createArxivApiRoute, createArxivPageRoute } from "./arxiv-route.ts";
import { checkMirror } from "./check-mirror.ts";
import { readGithubIndex } from "./github-index.ts";
import { createGithubApiRoute, createGithubRawRoute } from "./github-route.ts";
import { readHubIndex } from "./hub-index.ts";
import { createHubApiRoute, createHubFileRoute } from "./hub-route.ts";
import { createMirrorFiles } from "./mirror-files.ts";
import { type MirrorReply, type MirrorRequest, type MirrorRoute, textReply } from "./mirror-reply.ts";
import { createScriptedStates, readMirrorScript } from "./mirror-script.ts";
import { sendReply } from "./send-reply.ts";
import { createWebRoute } from "./web-route.ts";

export interface MirrorOptions {
  readonly folder: string;
  /** Address to listen on; default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  readonly log?: Pick<Logger, "debug" | "error">;
}

export interface Mirror {
  /** `http://host:port`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a folder of documents with the paths of the Hub itself and, under their host names, those of GitHub, arXiv and
 * web pages. Read-only. Which datasets exist is read once, at the start; their files are read at each request.
 *
 * @throws AppError INPUT_INVALID when the folder is not a mirror.
 */
export const createMirror = async (options: MirrorOptions): Promise<Mirror> => {
  await checkMirror(options.folder);
  const routes = await createRoutes(options.folder);
  const host = options.host ?? "127.0.0.1";
  const server = createServer((message, response) => {
    void serve({ routes, message, response, log: options.log });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const port = await listen(server, host, options.port ?? 0);
  return {
    origin: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
};

/** Longer than clients keep an idle connection, so that none is closed just when it is used again. */
const KEEP_ALIVE_MS = 60_000;

type Routes = ReadonlyMap<string, MirrorRoute>;

const createRoutes = async (folder: string): Promise<Routes> => {
  const files = await createMirrorFiles(folder);
  const states = createScriptedStates(await readMirrorScript(files));
  const hub = { files, states, index: await readHubIndex(files) };
  const github = { files, states, index: await readGithubIndex(files) };
  const library = createArxivLibrary(files);
  return new Map<string, MirrorRoute>([
    ["api/datasets", createHubApiRoute(hub)],
    ["datasets", createHubFileRoute(hub)],
    ["raw.githubusercontent.com", createGithubRawRoute(github)],
    ["api.github.com", createGithubApiRoute(github)],
    ["export.arxiv.org", createArxivApiRoute(library, states)],
    ["arxiv.org", createArxivPageRoute(library, states)],
    ["web", createWebRoute(files, states)],
  ]);
};

interface Exchange {
  readonly routes: Routes;
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly log: MirrorOptions["log"];
}

const serve = async ({ routes, message, response, log }: Exchange): Promise<void> => {
  try {
    const reply = await answer(routes, message);
    log?.debug({ method: message.method, url: message.url, status: reply.status }, "mirror request");
    sendReply(message, response, reply);
  } catch (error) {
    log?.error({ err: error, url: message.url }, "mirror request failed");
    const reason = error instanceof AppError ? error.message : "Internal Server Error";
    sendReply(message, response, textReply(500, reason));
  }
};

const answer = async (routes: Routes, message: IncomingMessage): Promise<MirrorReply> => {
  if (message.method !== "GET" && message.method !== "HEAD") {
    return textReply(405, "Method Not Allowed", { allow: "GET, HEAD" });
  }
  const request = toRequest(message);
  if (request === undefined) return textReply(400, "Bad Request");
  for (const [prefix, route] of routes) {
    const names = prefix.split("/");
    if (names.every((name, at) => request.segments[at] === name)) {
      return route({ ...request, segments: request.segments.slice(names.length) });
    }
  }
  return textReply(404, "Not Found");
};

/** Undefined when the path is not percent-encoded text. Dots and empty segments name no file, so they find nothing. */
const toRequest = (message: IncomingMessage): MirrorRequest | undefined => {
  const url = message.url ?? "/";
  const [path, query] = splitOnce(url, "?");
  const segments = path.replace(/^\//, "").replace(/\/$/, "").split("/").map(decode);
  if (!segments.every((segment) => segment !== undefined)) return undefined;
  return { segments, query: new URLSearchParams(query), headers: message.headers, url };
};

const splitOnce = (text: string, mark: string): readonly [string, string] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
};

const decode = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
