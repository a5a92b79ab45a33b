import type { HubPort, ResourcePort } from "../../agents/ports.ts";
import { createArxiv } from "./arxiv.ts";
import { createFetchStack, type FetchLimits } from "./create-fetch-stack.ts";
import { createGithub } from "./github.ts";
import type { HostWait } from "./host-gates.ts";
import type { HostFigures } from "./host-record.ts";
import { createHub } from "./hub.ts";
import { createLinkedPage } from "./linked-page.ts";
import type { SourceLog } from "./polite-fetch.ts";
import { createResources } from "./resources.ts";
import type { SafeConnectDeps } from "./safe-connect.ts";
import type { SourceClock } from "./source-clock.ts";
import { createEndpoints, type SourceAddresses } from "./source-endpoints.ts";
import { createTextReader, type TextReader, type TextReaderOptions } from "./text-reader.ts";

export interface SourcesConfig extends SourceAddresses {
  readonly hubToken?: string | undefined;
  readonly githubToken?: string | undefined;
  /** Ask again for what was stored without a revision; default false. */
  readonly refresh?: boolean | undefined;
}

export interface SourcesDeps {
  readonly config: SourcesConfig;
  readonly clock: SourceClock;
  readonly log: SourceLog;
  /** Where answers are kept between processes; not used with a mirror. Absent: in memory. */
  readonly cacheFolder?: string | undefined;
  /** How hosts that documents name are resolved and reached; default the system's own way. */
  readonly network?: SafeConnectDeps | undefined;
  /** Reads markup and PDF files; default in a process of its own. */
  readonly textReader?: TextReader | undefined;
  readonly limits?: Partial<FetchLimits> & TextReaderOptions;
}

export interface Sources {
  readonly hub: HubPort;
  readonly resources: ResourcePort;
  /** Requests that went out so far, by host. */
  requestsByHost(): ReadonlyMap<string, number>;
  /** How it went with each host so far. */
  hosts(): readonly HostFigures[];
  /** Hosts that asked to be left alone for a while. */
  waits(): readonly HostWait[];
  close(): Promise<void>;
}

/**
 * Builds the clients for everything outside over one polite fetcher. Opens no connection and starts no process by itself.
 *
 * @throws AppError CONFIG_INVALID when an address is not http or https.
 */
export const createSources = (deps: SourcesDeps): Sources => {
  const { config, limits } = deps;
  const endpoints = createEndpoints(config);
  const stack = createFetchStack({ ...deps, ...config, endpoints });
  const { politeFetch } = stack;
  const textReader = deps.textReader ?? createTextReader(limits);
  return {
    hub: createHub({
      politeFetch,
      hub: endpoints.hub,
      hasToken: config.hubToken !== undefined && !endpoints.isMirror,
    }),
    resources: createResources({
      readGithub: createGithub({ politeFetch, ...endpoints }),
      arxiv: createArxiv({ politeFetch, textReader, ...endpoints }),
      readLinkedPage: createLinkedPage({ politeFetch, textReader, endpoints }),
    }),
    requestsByHost: () => stack.requestsByHost(),
    hosts: () => stack.hosts(),
    waits: () => stack.waits(),
    close: async () => {
      textReader.close();
      await stack.close();
    },
  };
};
