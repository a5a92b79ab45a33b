import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../schema/errors.ts";
import { isLoopback } from "../config.ts";

const COOKIE = "stemma_token";
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * For every request, before anything else runs. Without a token the service answers to loopback names only, so that a name
 * that an attacker points at 127.0.0.1 (DNS rebinding) reaches nothing. Writes and sockets of a foreign page are refused.
 * Opening `/?token=...` once signs a browser in.
 */
export const createDoorGuard = (token: string | undefined): Hook => {
  return async (request, reply) => {
    refuseForeignPage(request);
    if (token === undefined) refuseForeignHost(request);
    else await signIn(token, request, reply);
  };
};

/** For the routes of the API: with a token, each needs it as a bearer header, or as the cookie of a signed-in browser. */
export const createTokenGuard = (token: string | undefined): Hook => {
  return async (request, reply) => {
    if (token === undefined || carriesToken(request, token)) return;
    reply.header("www-authenticate", 'Bearer realm="stemma"');
    throw new AppError("send the token as a bearer header, or open /?token=... once in this browser", {
      code: "UNAUTHENTICATED",
    });
  };
};

const signIn = async (token: string, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const [path = "/", query = ""] = request.url.split("?");
  const parameters = new URLSearchParams(query);
  const offered = parameters.get("token");
  if (path !== "/" || offered === null || !isSame(offered, token)) return;
  parameters.delete("token");
  const cookie = `${COOKIE}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Strict`;
  await reply.header("set-cookie", cookie).redirect(`/${parameters.size === 0 ? "" : `?${parameters}`}`, 303);
};

const refuseForeignHost = (request: FastifyRequest): void => {
  if (isLoopback(hostName(request.headers.host))) return;
  throw new AppError(`this service answers to localhost only, not to ${String(request.headers.host)}`, {
    code: "FORBIDDEN",
  });
};

const hostName = (host: string | undefined): string => (host ?? "").replace(/:\d+$/, "").toLowerCase();

const refuseForeignPage = (request: FastifyRequest): void => {
  const { origin, host, upgrade } = request.headers;
  if (origin === undefined || (SAFE_METHODS.has(request.method) && upgrade === undefined)) return;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw new AppError(`a page of ${origin} may not do this`, { code: "FORBIDDEN" });
};

const carriesToken = (request: FastifyRequest, token: string): boolean => {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const cookie = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(request.headers.cookie ?? "")?.[1];
  return isSame(bearer ?? "", token) || isSame(decodeCookie(cookie ?? ""), token);
};

const decodeCookie = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not what we set: it equals no token.
    return "";
  }
};

/** Compares digests, so that neither length nor content shows in the time taken. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
