import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** What a proxy may hand in as a request's id: it goes into our log and back, so nothing else does. */
const FOREIGN_ID = /^[\w.-]{8,80}$/;

/** A proxy's `x-request-id` where it gives one, so that its log and ours can be laid side by side. */
export const createRequestId = ({ headers }: Pick<IncomingMessage, "headers">): string => {
  const given = headers["x-request-id"];
  return typeof given === "string" && FOREIGN_ID.test(given) ? given : randomUUID();
};

/** Sends each request's id back, and writes one line for each answer: who, what and how long, never a token. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        url: withoutToken(request.url),
        status: reply.statusCode,
        elapsedMs: Math.round(reply.elapsedTime),
        address: request.ip,
        ...who(request),
      },
      "answered",
    );
  });
};

/** Requests that fail before the API's guard have no session. */
const who = (request: FastifyRequest): { readonly by?: string } => {
  const session = request.session as FastifyRequest["session"] | undefined;
  return session === undefined || session === null ? {} : { by: session.name };
};

/** The address with the value of a sign-in left out, however its name is written: `%74oken` signs in as well. */
export const withoutToken = (url: string): string => url.split("&").map(withoutSecret).join("&");

const NAME = /(?:^|\?)([^=?]*)=/g;

const withoutSecret = (part: string): string => {
  const named = [...part.matchAll(NAME)].find(([, name]) => isToken(name ?? ""));
  return named === undefined ? part : `${part.slice(0, named.index + named[0].length)}...`;
};

/** Decoded by what also reads the sign-in. */
const isToken = (name: string): boolean =>
  [...new URLSearchParams(`${name}=`).keys()].some((key) => key.toLowerCase() === "token");
