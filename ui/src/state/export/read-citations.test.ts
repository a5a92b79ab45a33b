import { expect, it } from "vitest";
import { aDataset, aSha256 } from "../../test-data.ts";
import { type CitationProgress, readCitations } from "./read-citations.ts";

const card = {
  sha256: aSha256,
  kind: "card",
  url: "https://hub.example",
  revision: "abc",
  bytes: 1,
  retrievedAt: "2026-02-03T04:05:06.000Z",
} as const;
const datasets = Array.from({ length: 20 }, (_, index) => aDataset(`a/${index}`));

it("reads the revision of each, a few at a time, and says how far it is", async () => {
  const progress: CitationProgress[] = [];
  let running = 0;
  let most = 0;

  const read = await readCitations([...datasets, aDataset("a/new", { state: "frontier" })], {
    detail: async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return { documents: [card] };
    },
    onProgress: (one) => progress.push(one),
    signal: new AbortController().signal,
  });

  expect(read.citations.filter(({ revision }) => revision === "abc")).toHaveLength(20);
  expect(read).toMatchObject({ missing: 0, stopped: false });
  expect(read.citations).toHaveLength(21);
  expect(most).toBe(6);
  expect([progress[0], progress.at(-1)]).toEqual([
    { done: 0, of: 20, missing: 0 },
    { done: 20, of: 20, missing: 0 },
  ]);
});

it("cites what could not be read without a revision, and counts it", async () => {
  const read = await readCitations(datasets, {
    detail: async (id) => {
      if (id === "a/3") throw new Error("the service is away");
      return { documents: [card] };
    },
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });

  expect(read.missing).toBe(1);
  expect(read.citations.find(({ id }) => id === "a/3")).not.toHaveProperty("revision");
});

it("stops when it is told to, and gives what it has", async () => {
  const stopping = new AbortController();

  const read = await readCitations(datasets, {
    detail: async () => {
      stopping.abort();
      return { documents: [card] };
    },
    onProgress: () => undefined,
    signal: stopping.signal,
  });

  expect(read.stopped).toBe(true);
  expect(read.citations).toHaveLength(20);
});
