import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../schema/errors.ts";
import { type Admission, type Doorkeeper, LOCAL_SESSION, type Session } from "../auth/doorkeeper.ts";
import { isLoopback } from "../config.ts";
import { includesRole, roleOf } from "./route-access.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Whether no token is asked for. */
    doorIsOpen: boolean;
    /** Who asks; there for every route of the API. */
    session: Session;
  }
}

const COOKIE = "stemma_token";
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * For every request, before anything else runs. While no token is asked for, the service answers to loopback names only, so that
 * a name that an attacker points at 127.0.0.1 (DNS rebinding) reaches nothing. Writes and sockets of a foreign page are refused.
 * Opening `/?token=...` once signs a browser in.
 */
export const createDoorGuard = (doorkeeper: Doorkeeper): Hook => {
  return async (request, reply) => {
    refuseForeignPage(request);
    request.doorIsOpen = await doorkeeper.isOpen();
    if (request.doorIsOpen) refuseForeignHost(request);
    else await signIn(doorkeeper, request, reply);
  };
};

/**
 * For the routes of the API: where tokens are asked for, each needs one as a bearer header, or as the cookie of a signed-in
 * browser, and the token's role must include the route's.
 */
export const createRoleGuard = (doorkeeper: Doorkeeper): Hook => {
  return async (request, reply) => {
    request.session = await openSession(doorkeeper, request, reply);
    const needed = roleOf(request.routeOptions);
    if (includesRole(request.session.role, needed)) return;
    throw new AppError(
      `this needs the role ${needed}; the token ${request.session.name} has ${request.session.role}`,
      {
        code: "FORBIDDEN",
        context: { neededRole: needed },
      },
    );
  };
};

const openSession = async (
  doorkeeper: Doorkeeper,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Session> => {
  if (request.doorIsOpen) return LOCAL_SESSION;
  const offered = offeredToken(request);
  const admission: Admission =
    offered === undefined ? { kind: "refused" } : await doorkeeper.admit(offered, request.ip);
  if (admission.kind === "admitted") return admission.session;
  if (admission.kind === "wait") throw tooManyFailures(reply, admission.seconds);
  reply.header("www-authenticate", 'Bearer realm="stemma"');
  throw new AppError("send a token as a bearer header, or open /?token=... once in this browser", {
    code: "UNAUTHENTICATED",
  });
};

const signIn = async (
  doorkeeper: Doorkeeper,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> => {
  const [path = "/", query = ""] = request.url.split("?");
  const parameters = new URLSearchParams(query);
  const offered = parameters.get("token");
  if (path !== "/" || offered === null) return;
  const admission = await doorkeeper.admit(offered, request.ip);
  if (admission.kind === "wait") throw tooManyFailures(reply, admission.seconds);
  if (admission.kind === "refused") return;
  parameters.delete("token");
  const secure = request.headers["x-forwarded-proto"] === "https" ? "; Secure" : "";
  const cookie = `${COOKIE}=${encodeURIComponent(offered)}; Path=/; HttpOnly; SameSite=Strict${secure}`;
  await reply.header("set-cookie", cookie).redirect(`/${parameters.size === 0 ? "" : `?${parameters}`}`, 303);
};

const tooManyFailures = (reply: FastifyReply, seconds: number): AppError => {
  reply.header("retry-after", seconds);
  return new AppError(`too many wrong tokens came from this address; try again in ${seconds} s`, {
    code: "RATE_LIMITED",
  });
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

/** The header wins: a program that sends one means it, whatever cookies its browser adds. */
const offeredToken = ({ headers }: FastifyRequest): string | undefined => {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1];
  const cookie = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(headers.cookie ?? "")?.[1];
  return bearer ?? (cookie === undefined ? undefined : decodeCookie(cookie));
};

const decodeCookie = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not what we set: it equals no token.
    return "";
  }
};
