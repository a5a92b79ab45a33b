import { describe, expect, it } from "vitest";
import type { HubDataset, Lookup } from "../ports.ts";
import { mergeClaims } from "./merge.ts";
import { resolveCandidates } from "./resolve.ts";
import type { Resolution } from "./resolve.ts";
import { aHubDataset, aSource, idOf } from "./testing/test-claims.ts";

interface Hub {
  readonly datasets?: Readonly<Record<string, Lookup<HubDataset>>>;
  readonly search?: Lookup<readonly HubDataset[]>;
  readonly aliases?: Readonly<Record<string, string>>;
  /** Names of which a reviewer said what they mean. */
  readonly decided?: Readonly<Record<string, string>>;
  readonly isPromising?: boolean;
}

const found = (id: string, fields: Partial<HubDataset> = {}): Lookup<HubDataset> => ({
  kind: "found",
  value: aHubDataset(id, fields),
});

const resolve = async (fields: Parameters<typeof aSource>[0], world: Hub = {}) => {
  const asked: string[] = [];
  const [resolution] = await resolveCandidates(mergeClaims([aSource(fields)]), {
    target: aHubDataset("acme/mix", { createdAt: "2024-06-01T00:00:00.000Z" }),
    hub: {
      dataset: async (id) => {
        asked.push(id);
        return world.datasets?.[id] ?? { kind: "not-found", reason: "unknown" };
      },
      search: async (query) => {
        asked.push(`search ${query}`);
        return world.search ?? { kind: "found", value: [] };
      },
    },
    lineage: {
      aliases: async () => new Map(Object.entries(world.aliases ?? {}).map(([key, id]) => [key, idOf(id)])),
      decidedNames: async () =>
        new Map(Object.entries(world.decided ?? {}).map(([key, id]) => [key, idOf(id)])),
    },
    isPromising: () => world.isPromising ?? true,
    signal: new AbortController().signal,
  });
  return { resolution: resolution as Resolution, asked };
};

describe("resolveCandidates", () => {
  it("takes the Hub's spelling of an id in the text, and remembers the one that was written", async () => {
    const { resolution } = await resolve(
      { name: "old", hubId: "acme/Old" },
      { datasets: { "acme/Old": found("newer/new", { downloads: 5 }) } },
    );

    expect(resolution).toMatchObject({
      node: { id: "newer/new", state: "frontier", downloads: 5 },
      by: "id-in-text",
      score: 1,
      alias: { key: "acme/old", datasetId: "newer/new", reason: "renamed" },
    });
  });

  it.each([
    ["squad", "rajpurkar/squad", "legacy"],
    ["Acme/Rivers", "acme/rivers", "spelling"],
  ])("calls %s for %s an alias that is %s", async (written, today, reason) => {
    const { resolution } = await resolve({ hubId: written }, { datasets: { [written]: found(today) } });

    expect(resolution.alias?.reason).toBe(reason);
  });

  it.each(["not-found", "gated", "unreachable", "rate-limited"] as const)(
    "keeps an id that is %s, with that state and the reason",
    async (kind) => {
      const { resolution } = await resolve(
        { hubId: "acme/rivers" },
        { datasets: { "acme/rivers": { kind, reason: "why" } } },
      );

      expect(resolution.node).toMatchObject({ id: "acme/rivers", state: kind, stateReason: "why" });
    },
  );

  it("takes the author's own link before any search", async () => {
    const { resolution, asked } = await resolve({
      name: "GSM8K",
      link: "https://github.com/acme/school-math",
    });

    expect(resolution).toMatchObject({
      node: { id: "github:acme/school-math", state: "terminal" },
      by: "own-link",
    });
    expect(asked).toEqual([]);
  });

  it("takes the Hub's copy of a repository that its makers keep there, when the Hub has it", async () => {
    const link = "https://github.com/openai/grade-school-math";

    const known = await resolve(
      { name: "GSM8K", link },
      { datasets: { "openai/gsm8k": found("openai/gsm8k") } },
    );
    const gone = await resolve({ name: "GSM8K", link });

    expect(known.resolution).toMatchObject({ node: { id: "openai/gsm8k" }, by: "alias" });
    expect(gone.resolution).toMatchObject({
      node: { id: "github:openai/grade-school-math" },
      by: "own-link",
    });
  });

  it("looks a name up by search when its link is only a paper", async () => {
    const { resolution } = await resolve(
      { name: "Rivers-2", link: "https://arxiv.org/abs/2401.00001" },
      { search: { kind: "found", value: [aHubDataset("acme/rivers-2", { downloads: 900 })] } },
    );

    expect(resolution).toMatchObject({ node: { id: "acme/rivers-2" }, by: "search" });
  });

  it("takes what a reviewer said before all that is known of a name, whatever its date", async () => {
    const world = {
      decided: { rivers: "acme/rivers" },
      aliases: { rivers: "other/rivers" },
      datasets: { "acme/rivers": found("acme/rivers", { createdAt: "2025-01-01T00:00:00.000Z" }) },
    };

    const { resolution, asked } = await resolve({ name: "Rivers" }, world);
    const gone = await resolve({ name: "Rivers" }, { decided: world.decided });

    expect(resolution).toMatchObject({
      node: { id: "acme/rivers", state: "frontier" },
      by: "alias",
      score: 1,
    });
    expect(asked).toEqual(["acme/rivers"]);
    expect(gone.resolution).toMatchObject({ node: { id: "acme/rivers", state: "not-found" }, by: "alias" });
  });

  it("takes a known alias before a search, unless what it means is newer than the target", async () => {
    const aliases = { rivers: "acme/rivers" };

    const old = await resolve({}, { aliases, datasets: { "acme/rivers": found("acme/rivers") } });
    const late = await resolve(
      {},
      {
        aliases,
        datasets: { "acme/rivers": found("acme/rivers", { createdAt: "2025-01-01T00:00:00.000Z" }) },
      },
    );

    expect(old.resolution).toMatchObject({ node: { id: "acme/rivers" }, by: "alias" });
    expect(late.resolution).toMatchObject({ node: { id: "name:rivers" }, by: "unresolved" });
  });

  it.each(["Common Crawl", "CommonCrawl", "the Common Crawl dataset", "Wikipedia", "LeetCode"])(
    "never takes %s for somebody's dataset",
    async (name) => {
      const { resolution, asked } = await resolve(
        { name },
        { search: { kind: "found", value: [aHubDataset("someone/CommonCrawl", { downloads: 90_000 })] } },
      );

      expect(resolution.node.id).toMatch(/^website:/);
      expect(asked).toEqual([]);
    },
  );

  it("takes a name that is spelled like an id for one only if the Hub knows it", async () => {
    const known = await resolve(
      { name: "acme/rivers" },
      { datasets: { "acme/rivers": found("acme/rivers") } },
    );
    const unknown = await resolve({ name: "input/output" });

    expect(known.resolution).toMatchObject({ node: { id: "acme/rivers" }, by: "id-in-text" });
    expect(unknown.resolution).toMatchObject({
      node: { id: "name:input-output", state: "terminal" },
      by: "unresolved",
    });
  });

  it("makes a family of a name that several datasets share", async () => {
    const value = [aHubDataset("one/flan", { downloads: 50 }), aHubDataset("two/FLAN", { downloads: 60 })];

    const { resolution } = await resolve({ name: "FLAN" }, { search: { kind: "found", value } });

    expect(resolution.node).toMatchObject({
      id: "name:flan",
      isFamily: true,
      state: "terminal",
      name: "FLAN",
    });
    expect(resolution.members.map(({ id, state }) => [id, state])).toEqual([
      ["two/FLAN", "mentioned"],
      ["one/flan", "mentioned"],
    ]);
  });

  it("searches for a name as it is written, then for its words", async () => {
    const { asked } = await resolve({ name: "the CommonSenseQA dataset" });

    expect(asked).toEqual(["search CommonSenseQA", "search Common Sense QA"]);
  });

  it("says when the Hub could not be searched, and does not call the name unknown for good", async () => {
    const { resolution } = await resolve({}, { search: { kind: "unreachable", reason: "no route" } });

    expect(resolution).toMatchObject({ by: "unresolved", unchecked: expect.stringMatching(/no route/) });
  });

  it("does not ask the Hub for what will be rejected anyway", async () => {
    const { asked } = await resolve({ hubId: "acme/rivers" }, { isPromising: false });

    expect(asked).toEqual([]);
  });
});
