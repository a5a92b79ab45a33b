import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../../schema/errors.ts";
import { sendProblem } from "./problem.ts";
import { EMBED_HEADERS, PLAIN_PAGE_HEADERS } from "./security-headers.ts";

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Stemma: the explorer is not built</title>
<style>
  :root { color-scheme: light dark }
  body { font: 16px/26px system-ui, sans-serif; max-width: 72ch; margin: 15vh auto; padding: 0 16px }
  code { font: 14px/20px ui-monospace, monospace }
</style>
<h1>The explorer is not built</h1>
<p>The service runs, and <a href="/api">its API</a> answers. To see the explorer, run this in the project's folder and load this page again:</p>
<p><code>npx vite build ui</code></p>
</html>`;

/** The page that others may frame; the explorer draws nothing but the graph there. */
const EMBED_PATH = "/embed";

/** File names under assets/ carry a hash of their content, so they never change. */
const FOR_EVER = "public, max-age=31536000, immutable";

/**
 * Serves the built explorer. Every page address that is no file leads to it, because it reads the address itself; everything
 * else that is not found is a problem document.
 *
 * @param folder where `vite build ui` puts its output; looked at with every request, so a build shows without a restart
 */
export const registerExplorer = async (app: FastifyInstance, folder: string): Promise<void> => {
  await app.register(fastifyStatic, {
    root: folder,
    suppressWarning: true,
    dotfiles: "ignore",
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isAsset = path.startsWith(join(folder, "assets"));
      reply.header("cache-control", isAsset ? FOR_EVER : "no-cache");
      // The same for everyone, and no secret: a frame in a sandbox, which is of no origin, needs them to say what it lacks.
      if (isAsset) reply.header("access-control-allow-origin", "*");
    },
  });
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) {
      const nothing = new AppError(`nothing answers to ${request.method} ${pathOf(request)}`, {
        code: "NOT_FOUND",
      });
      return sendProblem(request, reply, nothing);
    }
    if (existsSync(join(folder, "index.html"))) {
      if (pathOf(request) === EMBED_PATH) reply.headers(EMBED_HEADERS);
      return reply.sendFile("index.html");
    }
    return reply.headers(PLAIN_PAGE_HEADERS).send(NOT_BUILT);
  });
};

const wantsPage = (request: FastifyRequest): boolean =>
  request.method === "GET" &&
  !/^\/(?:api|assets)(?:\/|$)/.test(pathOf(request)) &&
  (request.headers.accept ?? "").includes("text/html");

const pathOf = (request: FastifyRequest): string => request.url.replace(/[?#].*$/, "");
