import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { AppError } from "../../schema/errors.ts";
import { costOf, type RouteCost } from "./route-access.ts";

/** Requests per minute of one token, or of one address where no token is asked for; 0 means no limit. */
export type RateLimits = Readonly<Record<RouteCost, number>>;

export const NO_LIMITS: RateLimits = { read: 0, write: 0, heavy: 0 };

const WINDOW_MS = 60_000;

/** Counts every request of the API by what it costs; tells the limit with each answer, and when to come back with a 429. */
export const registerRateLimits = async (api: FastifyInstance, limits: RateLimits): Promise<void> => {
  if (Object.values(limits).every((limit) => limit === 0)) return;
  await api.register(rateLimit, { global: false });
  const limiters = new Map(
    Object.entries(limits)
      .filter(([, max]) => max > 0)
      .map(([cost, max]) => [
        cost,
        api.createRateLimit({
          max,
          timeWindow: WINDOW_MS,
          keyGenerator: (request) => request.session.tokenId ?? request.ip,
        }),
      ]),
  );
  api.addHook("onRequest", async (request, reply) => {
    const limited = await limiters.get(costOf(request.routeOptions))?.(request);
    if (limited === undefined || limited.isAllowed) return;
    const { max, remaining, ttlInSeconds, isExceeded } = limited;
    reply.headers({
      "ratelimit-limit": max,
      "ratelimit-remaining": remaining,
      "ratelimit-reset": ttlInSeconds,
    });
    if (!isExceeded) return;
    reply.header("retry-after", ttlInSeconds);
    throw new AppError(`more than ${max} such requests a minute; go on in ${ttlInSeconds} s`, {
      code: "RATE_LIMITED",
    });
  });
};
