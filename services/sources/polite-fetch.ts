import { setMaxListeners } from "node:events";
import type { Logger } from "pino";
import { AppError } from "../../schema/errors.ts";
import { createBoundedMap } from "./bounded-map.ts";
import type { FetchedPage, FetchFailure, FetchOutcome } from "./fetch-outcome.ts";
import { type ChainDeps, type ChainOutcome, followRedirects } from "./follow-redirects.ts";
import { createKeyedLock } from "./keyed-lock.ts";
import type { PageRequest } from "./page-request.ts";
import { type ResponseCache, toCacheKey } from "./response-cache.ts";
import { type RetryPolicy, toRetryDelayMs } from "./retry-delay.ts";
import type { SourceClock } from "./source-clock.ts";

export type SourceLog = Pick<Logger, "debug" | "warn">;

/** Reads a page: from the cache when it was read before, else from its server, patiently. */
export type PoliteFetch = (request: PageRequest, signal: AbortSignal) => Promise<FetchOutcome>;

export interface PoliteFetchDeps {
  readonly chain: ChainDeps;
  readonly cache: ResponseCache;
  readonly clock: SourceClock;
  readonly retry: RetryPolicy;
  /** Ask again for what was stored without a revision; an unchanged page is not sent again. */
  readonly refresh: boolean;
  readonly log: SourceLog;
}

/** "It is not there" is believed for so long, and by this process only. */
const ABSENCE_MAX_AGE_MS = 600_000;
const MAX_ABSENCES = 20_000;

interface Absence {
  readonly failure: FetchFailure;
  readonly untilMs: number;
}

/**
 * The one way out of the project. Two readers of the same page share one request; transient failures are tried again with
 * jitter and are never stored.
 *
 * @throws AppError CANCELLED when the signal aborts.
 */
export const createPoliteFetch = (deps: PoliteFetchDeps): PoliteFetch => {
  const absences = createBoundedMap<Absence>(MAX_ABSENCES);
  const renewed = createBoundedMap<true>(MAX_ABSENCES);
  const lock = createKeyedLock();

  const ask = async (request: PageRequest, key: string, signal: AbortSignal): Promise<FetchOutcome> => {
    const absence = absences.get(key);
    if (absence !== undefined && absence.untilMs > deps.clock.now().getTime()) return absence.failure;
    const stored = await deps.cache.read(key);
    const isRenewed = renewed.get(key) === true;
    if (stored !== undefined && isFresh(deps, request, { page: stored, isRenewed })) {
      return { kind: "found", value: stored };
    }
    const outcome = await askPatiently(deps, { ...request, ...toCondition(stored) }, signal);
    if (outcome.kind === "not-modified" && stored !== undefined) {
      return keep(key, { ...stored, retrievedAt: deps.clock.now().toISOString() });
    }
    if (outcome.kind === "page") {
      return request.isSound?.(outcome.page) === false ? toUnsound(request) : keep(key, outcome.page);
    }
    if (outcome.kind === "not-modified") return { kind: "unreachable", reason: "304 without a stored page" };
    const { failure } = outcome;
    if (failure.kind === "not-found" || failure.kind === "gated") {
      absences.set(key, { failure, untilMs: deps.clock.now().getTime() + ABSENCE_MAX_AGE_MS });
    }
    return failure;
  };

  const keep = async (key: string, page: FetchedPage): Promise<FetchOutcome> => {
    renewed.set(key, true);
    await deps.cache.write(key, page);
    return { kind: "found", value: page };
  };

  return async (request, signal) => {
    const key = toCacheKey(request.url, request.revision);
    // One signal stops a whole trace: everything that waits for it listens, which is no leak.
    setMaxListeners(0, signal);
    try {
      return await lock(key, () => ask(request, key, signal));
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new AppError(`reading ${request.url} was cancelled`, { code: "CANCELLED", cause: error });
    }
  };
};

interface StoredPage {
  readonly page: FetchedPage;
  /** Whether this process has read it from its server already. */
  readonly isRenewed: boolean;
}

const isFresh = (deps: PoliteFetchDeps, request: PageRequest, { page, isRenewed }: StoredPage): boolean => {
  if (request.revision !== undefined) return true;
  if (deps.refresh && !isRenewed) return false;
  const ageMs = deps.clock.now().getTime() - Date.parse(page.retrievedAt);
  return request.maxAgeMs === undefined || ageMs < request.maxAgeMs;
};

/** Somebody else answers in its name: a proxy, or a network that wants a login first. */
const toUnsound = ({ url }: PageRequest): FetchFailure => ({
  kind: "unreachable",
  reason: `${new URL(url).host} gave an answer that is not what it was asked for`,
});

const toCondition = (stored: FetchedPage | undefined): { readonly etag?: string } =>
  stored?.etag === undefined ? {} : { etag: stored.etag };

const askPatiently = async (
  deps: PoliteFetchDeps,
  request: PageRequest & { readonly etag?: string },
  signal: AbortSignal,
): Promise<ChainOutcome> => {
  for (let failures = 1; ; failures += 1) {
    const outcome = await followRedirects(deps.chain, request, signal);
    const isLast = failures >= deps.retry.attempts;
    if (outcome.kind !== "failed" || !outcome.transient || isLast) return outcome;
    const delayMs = toRetryDelayMs(deps.retry, failures, deps.clock.random());
    const level = outcome.failure.kind === "rate-limited" ? "warn" : "debug";
    deps.log[level]({ url: request.url, failures, delayMs, reason: outcome.failure.reason }, "asking again");
    await deps.clock.sleep(delayMs, signal);
  }
};
