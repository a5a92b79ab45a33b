import { createHostGates, type HostWait } from "./host-gates.ts";
import { createHostRecord, type HostFigures } from "./host-record.ts";
import { createHostRules } from "./host-rules.ts";
import { createHops } from "./http-hop.ts";
import { createPoliteFetch, type PoliteFetch, type SourceLog } from "./polite-fetch.ts";
import { createDiskCache, createMemoryCache } from "./response-cache.ts";
import type { RetryPolicy } from "./retry-delay.ts";
import {
  createPlainAgent,
  createSafeAgent,
  createSystemConnector,
  resolveBySystem,
  type SafeConnectDeps,
} from "./safe-connect.ts";
import type { SourceClock } from "./source-clock.ts";
import type { SourceEndpoints } from "./source-endpoints.ts";

export interface FetchStackOptions {
  readonly endpoints: Pick<SourceEndpoints, "hub" | "githubApi" | "githubRaw" | "origins" | "isMirror">;
  readonly clock: SourceClock;
  readonly log: SourceLog;
  readonly hubToken?: string | undefined;
  readonly githubToken?: string | undefined;
  /** Ask again for what was stored without a revision; default false. */
  readonly refresh?: boolean | undefined;
  /** Where answers are kept between processes; not used with a mirror. Absent: in memory. */
  readonly cacheFolder?: string | undefined;
  /** How hosts that documents name are resolved and reached; default the system's own way. */
  readonly network?: SafeConnectDeps | undefined;
  readonly limits?: Partial<FetchLimits> | undefined;
}

export interface FetchLimits {
  readonly retry: RetryPolicy;
  /** One request from its start to the last byte, in milliseconds. */
  readonly timeoutMs: number;
  /** A longer pause that a host asks for is reported as "rate-limited" instead of waited for, in milliseconds. */
  readonly maxPauseMs: number;
}

export interface FetchStack {
  readonly politeFetch: PoliteFetch;
  /** Requests that went out so far, by host. */
  requestsByHost(): ReadonlyMap<string, number>;
  /** How it went with each host so far. */
  hosts(): readonly HostFigures[];
  /** Hosts that asked to be left alone for a while. */
  waits(): readonly HostWait[];
  close(): Promise<void>;
}

/** The Hub counts in windows of five minutes. */
const DEFAULT_LIMITS: FetchLimits = {
  retry: { attempts: 4, baseDelayMs: 1000, maxDelayMs: 20_000 },
  timeoutMs: 60_000,
  maxPauseMs: 310_000,
};
/** A mirror says the same each time. */
const MIRROR_LIMITS: FetchLimits = {
  retry: { attempts: 1, baseDelayMs: 0, maxDelayMs: 0 },
  timeoutMs: 60_000,
  maxPauseMs: 0,
};

/** Builds the polite fetcher with its gates, agents and cache. Opens no connection by itself. */
export const createFetchStack = (options: FetchStackOptions): FetchStack => {
  const { endpoints, clock, log } = options;
  const limits = { ...(endpoints.isMirror ? MIRROR_LIMITS : DEFAULT_LIMITS), ...options.limits };
  const plain = createPlainAgent();
  const safe = createSafeAgent(
    options.network ?? { resolve: resolveBySystem, connect: createSystemConnector() },
  );
  const record = createHostRecord(() => clock.now().getTime());
  const ruleOf = createHostRules({
    hasHubToken: options.hubToken !== undefined,
    isMirror: endpoints.isMirror,
  });
  const gates = createHostGates({ clock, ruleOf, maxPauseMs: limits.maxPauseMs });
  const hops = createHops({
    gates,
    clock,
    plain,
    safe,
    onRequest: record.asked,
    onSuccess: record.succeeded,
    timeoutMs: limits.timeoutMs,
  });
  const isKept = options.cacheFolder !== undefined && !endpoints.isMirror;
  const politeFetch = createPoliteFetch({
    chain: { hops, origins: endpoints.origins, confined: endpoints.isMirror, tokens: toTokens(options) },
    cache: isKept ? createDiskCache(options.cacheFolder) : createMemoryCache(),
    clock,
    retry: limits.retry,
    refresh: options.refresh ?? false,
    log,
  });
  return {
    politeFetch,
    requestsByHost: () => new Map(record.figures().map(({ host, requests }) => [host, requests])),
    hosts: record.figures,
    waits: gates.waits,
    close: async () => {
      await Promise.all([plain.destroy(), safe.destroy()]);
    },
  };
};

/** A token belongs to one origin; a mirror gets none. */
const toTokens = ({ endpoints, hubToken, githubToken }: FetchStackOptions): ReadonlyMap<string, string> => {
  const tokens = new Map<string, string>();
  if (endpoints.isMirror) return tokens;
  if (githubToken !== undefined) {
    tokens.set(new URL(endpoints.githubApi).origin, githubToken);
    tokens.set(new URL(endpoints.githubRaw).origin, githubToken);
  }
  if (hubToken !== undefined) tokens.set(new URL(endpoints.hub).origin, hubToken);
  return tokens;
};
