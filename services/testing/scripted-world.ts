import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import type { TraceEvent } from "../../schema/events.ts";
import type { Trace } from "../../schema/trace.ts";
import { parseConfig } from "../config.ts";
import { createStemma, type SourceOverrides, type Stemma } from "../main.ts";
import {
  createScriptedUpstream,
  type ScriptedReply,
  type ScriptedUpstream,
} from "../sources/testing/scripted-upstream.ts";
import { createClosedNetwork } from "../sources/testing/closed-network.ts";
import { inProcessReader } from "../sources/testing/in-process-reader.ts";
import { createTestClock } from "../sources/testing/test-clock.ts";

export interface ScriptedWorld {
  /** Answers for the Hub, GitHub and arXiv, under /hub, /api, /raw and /arxiv. */
  readonly upstream: ScriptedUpstream;
  /** Puts a dataset on the Hub. */
  addDataset(id: string, card: string): void;
  /** The program over this world, as one process would have it; the data folder is the same each time. */
  open(sources?: SourceOverrides): Promise<Stemma>;
}

export interface RunTrace {
  readonly trace: Trace;
  readonly events: readonly TraceEvent[];
}

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** The commit at which every dataset of a scripted world is. */
export const REVISION = "0123456789abcdef0123456789abcdef01234567";
export const infoPath = (id: string): string => `/hub/api/datasets/${id}/revision/HEAD`;
export const cardPath = (id: string): string => `/hub/datasets/${id}/resolve/${REVISION}/README.md`;
export const aJson = (value: unknown): ScriptedReply => ({
  body: JSON.stringify(value),
  headers: { "content-type": "application/json" },
});
export const anInfo = (id: string): ScriptedReply =>
  aJson({
    id,
    _id: "65",
    sha: REVISION,
    private: false,
    gated: false,
    downloads: 1,
    likes: 1,
    tags: [],
    lastModified: "2025-01-01T00:00:00.000Z",
    createdAt: "2025-01-01T00:00:00.000Z",
  });

/** A Hub, a GitHub and an arXiv on the loopback address that answer by script, and a data folder; gone after the test. */
export const createScriptedWorld = async (): Promise<ScriptedWorld> => {
  const upstream = await createScriptedUpstream();
  open.push(() => upstream.close());
  const data = await mkdtemp(join(tmpdir(), "stemma-world-"));
  open.push(() => rm(data, { recursive: true, force: true }));
  upstream.script("/hub/api/datasets", aJson([]));
  return {
    upstream,
    addDataset: (id, card) => {
      upstream.script(infoPath(id), anInfo(id));
      upstream.script(cardPath(id), { body: card });
    },
    open: async (sources = {}) => {
      const config = parseConfig({
        STEMMA_DATA: data,
        STEMMA_HUB_URL: `${upstream.origin}/hub`,
        STEMMA_GITHUB_URL: `${upstream.origin}/api`,
        STEMMA_GITHUB_RAW_URL: `${upstream.origin}/raw`,
        STEMMA_ARXIV_URL: `${upstream.origin}/arxiv`,
        STEMMA_LOG_LEVEL: "silent",
      });
      const stemma = await createStemma(config, {
        sources: {
          clock: createTestClock(),
          network: createClosedNetwork().network,
          textReader: inProcessReader,
          ...sources,
        },
      });
      open.push(() => stemma.close());
      return stemma;
    },
  };
};

/** Traces a root to the end and gives its events. */
export const traceToEnd = async ({ tracing }: Stemma, root: string): Promise<RunTrace> => {
  const { trace, afterSeq } = await tracing.start({ roots: [root], budget: {}, refresh: false });
  const events: TraceEvent[] = [];
  for await (const event of tracing.follow(trace.id, afterSeq, AbortSignal.timeout(60_000))) {
    events.push(event);
    if (event.type === "trace-end") break;
  }
  return { trace: await tracing.ended(trace.id), events };
};
