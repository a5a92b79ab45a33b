import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../schema/errors.ts";
import { isLoopback } from "../config.ts";

const COOKIE = "stemma_token";
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses, before anything else runs, what a page of another origin or a stranger may not do. */
export type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Without a token the service answers to loopback names only, so that a name that an attacker points at 127.0.0.1
 * (DNS rebinding) reaches nothing. With a token, `/api` needs it: as a bearer header, or as the cookie that opening
 * `/?token=...` once in a browser sets. Writes and sockets of a foreign page are refused either way.
 */
export const createGuard = (token: string | undefined): Guard => {
  return async (request, reply) => {
    refuseForeignPage(request);
    if (token === undefined) {
      refuseForeignHost(request);
      return;
    }
    const url = new URL(request.url, "http://localhost");
    const offered = url.searchParams.get("token");
    if (offered !== null && isSame(offered, token)) {
      url.searchParams.delete("token");
      const cookie = `${COOKIE}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Strict`;
      await reply.header("set-cookie", cookie).redirect(`${url.pathname}${url.search}`, 303);
      return;
    }
    if (url.pathname.startsWith("/api") && !carriesToken(request, token)) {
      reply.header("www-authenticate", 'Bearer realm="stemma"');
      throw new AppError("send the token as a bearer header, or open /?token=... once in this browser", {
        code: "UNAUTHENTICATED",
      });
    }
  };
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
