import { afterEach } from "vitest";
import { createFetchStack, type FetchStack, type FetchStackOptions } from "../create-fetch-stack.ts";
import type { PageRequest } from "../page-request.ts";
import { createEndpoints } from "../source-endpoints.ts";
import { createScriptedUpstream, type ScriptedUpstream } from "./scripted-upstream.ts";
import { createTestClock, type TestClock } from "./test-clock.ts";
import { createClosedNetwork } from "./closed-network.ts";

export interface TestFetch {
  readonly stack: FetchStack;
  readonly clock: TestClock;
  readonly upstream: ScriptedUpstream;
  /** Another fetcher, as a later process would have it. */
  again(options?: Partial<FetchStackOptions>): FetchStack;
  /** A request for a text at the upstream. */
  aRequest(path: string, changes?: Partial<PageRequest>): PageRequest;
}

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const closable of open.splice(0).toReversed()) await closable.close();
});

/** A fetcher for which one scripted upstream is the Hub; closed after the test. */
export const createTestFetch = async (options: Partial<FetchStackOptions> = {}): Promise<TestFetch> => {
  const upstream = await createScriptedUpstream();
  open.push(upstream);
  const clock = createTestClock();
  const again = (changes: Partial<FetchStackOptions> = {}): FetchStack => {
    const stack = createFetchStack({
      endpoints: createEndpoints({ hubUrl: upstream.origin }),
      clock,
      log: { debug: () => undefined, warn: () => undefined },
      network: createClosedNetwork().network,
      ...options,
      ...changes,
    });
    open.push(stack);
    return stack;
  };
  const stack = again();
  return {
    stack,
    clock,
    upstream,
    again,
    aRequest: (path, changes = {}) => ({
      url: `${upstream.origin}${path}`,
      trust: "configured",
      accept: ["text/*"],
      maxBytes: 1_000_000,
      ...changes,
    }),
  };
};
