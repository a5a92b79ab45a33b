import { afterEach } from "vitest";
import { createSources, type Sources, type SourcesDeps } from "../create-sources.ts";
import { createClosedNetwork } from "./closed-network.ts";
import { inProcessReader } from "./in-process-reader.ts";
import { createTestClock, type TestClock } from "./test-clock.ts";
import { createScriptedUpstream, type ScriptedUpstream } from "./scripted-upstream.ts";

export interface TestSources {
  readonly sources: Sources;
  readonly clock: TestClock;
  readonly upstream: ScriptedUpstream;
  /** Further sources over the same upstream, as another process would have them. */
  again(deps?: Partial<SourcesDeps>): Sources;
}

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const closable of open.splice(0).toReversed()) await closable.close();
});

/** Sources whose four services are one scripted upstream, under the paths /hub, /api, /raw and /arxiv; closed after the test. */
export const createTestSources = async (deps: Partial<SourcesDeps> = {}): Promise<TestSources> => {
  const upstream = await createScriptedUpstream();
  open.push(upstream);
  const clock = createTestClock();
  const again = (changes: Partial<SourcesDeps> = {}): Sources => {
    const all = { ...deps, ...changes };
    const sources = createSources({
      clock,
      log: { debug: () => undefined, warn: () => undefined },
      network: createClosedNetwork().network,
      textReader: inProcessReader,
      ...all,
      config: {
        hubUrl: `${upstream.origin}/hub`,
        githubApiUrl: `${upstream.origin}/api`,
        githubRawUrl: `${upstream.origin}/raw`,
        arxivUrl: `${upstream.origin}/arxiv`,
        ...all.config,
      },
    });
    open.push(sources);
    return sources;
  };
  return { sources: again(), clock, upstream, again };
};
