import type { FastifyInstance, HTTPMethods } from "fastify";
import { AppError } from "../../schema/errors.ts";

const METHODS: readonly HTTPMethods[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Answers the methods that an address does not have: OPTIONS with what it has, all others with METHOD_NOT_ALLOWED. Call before the
 * routes are registered; the function that it gives back, after.
 */
export const watchMethods = (api: FastifyInstance): (() => void) => {
  const known = new Map<string, Set<string>>();
  api.addHook("onRoute", ({ url, method }) => {
    // The root comes with and without its slash, and is registered as both again.
    const address = url.slice(api.prefix.length) || "/";
    known.set(address, new Set([...(known.get(address) ?? []), ...[method].flat()]));
  });
  return () => {
    for (const [url, methods] of new Map(known)) {
      const others = METHODS.filter((method) => !methods.has(method));
      const allow = [...methods, "OPTIONS"].sort().join(", ");
      api.route({
        url,
        method: others,
        config: { role: "viewer", cost: "read" },
        schema: { hide: true },
        handler: async (request, reply) => {
          reply.header("allow", allow);
          if (request.method === "OPTIONS") return reply.status(204).send();
          throw new AppError(`${request.method} is not possible here, only ${allow}`, {
            code: "METHOD_NOT_ALLOWED",
          });
        },
      });
    }
  };
};
