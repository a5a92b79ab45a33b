import type { HubPort, ResourcePort } from "../../agents/ports.ts";
import { createArxiv } from "./arxiv.ts";
import { createGithub } from "./github.ts";
import { createHostGates } from "./host-gates.ts";
import { createHostRules } from "./host-rules.ts";
import { createHops } from "./http-hop.ts";
import { createHub } from "./hub.ts";
import { createLinkedPage } from "./linked-page.ts";
import { createPoliteFetch, type SourceLog } from "./polite-fetch.ts";
import { createResources } from "./resources.ts";
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
import { createTextReader } from "./text-reader.ts";
import { createEndpoints, type SourceAddresses, type SourceEndpoints } from "./source-endpoints.ts";

export interface SourcesConfig extends SourceAddresses {
  readonly hubToken?: string;
  readonly githubToken?: string;
  /** Ask again for what was stored without a revision; default false. */
  readonly refresh?: boolean;
}

export interface SourcesDeps {
  readonly config: SourcesConfig;
  readonly clock: SourceClock;
  /** Where answers are kept between processes; not used with a mirror. Absent: in memory. */
  readonly cacheFolder?: string;
  readonly log: SourceLog;
  /** How hosts that documents name are resolved and reached; default the system's own way. */
  readonly network?: SafeConnectDeps;
  readonly limits?: Partial<SourceLimits>;
}

export interface SourceLimits {
  readonly retry: RetryPolicy;
  /** One request from its start to the last byte, in milliseconds. */
  readonly timeoutMs: number;
  /** A longer pause that a host asks for is reported as "rate-limited" instead of waited for, in milliseconds. */
  readonly maxPauseMs: number;
}

export interface Sources {
  readonly hub: HubPort;
  readonly resources: ResourcePort;
  /** Requests that went out so far, by host. */
  requestsByHost(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** The Hub counts in windows of five minutes. */
const DEFAULT_LIMITS: SourceLimits = {
  retry: { attempts: 4, baseDelayMs: 1000, maxDelayMs: 20_000 },
  timeoutMs: 60_000,
  maxPauseMs: 310_000,
};
/** A mirror says the same each time. */
const MIRROR_LIMITS: SourceLimits = {
  retry: { attempts: 1, baseDelayMs: 0, maxDelayMs: 0 },
  timeoutMs: 60_000,
  maxPauseMs: 0,
};

/** Builds the clients for everything outside over one polite fetcher. Opens no connection by itself. */
export const createSources = (deps: SourcesDeps): Sources => {
  const { config, clock, log } = deps;
  const endpoints = createEndpoints(config);
  const limits = { ...(endpoints.isMirror ? MIRROR_LIMITS : DEFAULT_LIMITS), ...deps.limits };
  const network = deps.network ?? { resolve: resolveBySystem, connect: createSystemConnector() };
  const plain = createPlainAgent();
  const safe = createSafeAgent(network);
  const requests = new Map<string, number>();
  const hops = createHops({
    gates: createHostGates({
      clock,
      ruleOf: createHostRules({ hasHubToken: config.hubToken !== undefined, isMirror: endpoints.isMirror }),
      maxPauseMs: limits.maxPauseMs,
    }),
    clock,
    plain,
    safe,
    onRequest: ({ host }) => requests.set(host, (requests.get(host) ?? 0) + 1),
    timeoutMs: limits.timeoutMs,
  });
  const politeFetch = createPoliteFetch({
    chain: {
      hops,
      origins: endpoints.origins,
      confined: endpoints.isMirror,
      tokens: toTokens(config, endpoints),
    },
    cache:
      deps.cacheFolder === undefined || endpoints.isMirror
        ? createMemoryCache()
        : createDiskCache(deps.cacheFolder),
    clock,
    retry: limits.retry,
    refresh: config.refresh ?? false,
    log,
  });
  const textReader = createTextReader();
  return {
    hub: createHub({ politeFetch, hub: endpoints.hub }),
    resources: createResources({
      readGithub: createGithub({ politeFetch, ...endpoints, log }),
      arxiv: createArxiv({ politeFetch, textReader, ...endpoints }),
      readLinkedPage: createLinkedPage({ politeFetch, textReader, endpoints }),
    }),
    requestsByHost: () => new Map(requests),
    close: async () => {
      textReader.close();
      await Promise.all([plain.destroy(), safe.destroy()]);
    },
  };
};

/** A token belongs to one origin; a mirror gets none. */
const toTokens = (config: SourcesConfig, endpoints: SourceEndpoints): ReadonlyMap<string, string> => {
  const tokens = new Map<string, string>();
  if (endpoints.isMirror) return tokens;
  const { hubToken, githubToken } = config;
  if (githubToken !== undefined) {
    tokens.set(new URL(endpoints.githubApi).origin, githubToken);
    tokens.set(new URL(endpoints.githubRaw).origin, githubToken);
  }
  if (hubToken !== undefined) tokens.set(new URL(endpoints.hub).origin, hubToken);
  return tokens;
};
