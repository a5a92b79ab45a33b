import { describe, expect, it } from "vitest";
import { DatasetId } from "../../schema/ids.ts";
import { never } from "./testing/never.ts";
import { createTestSources } from "./testing/test-sources.ts";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
const SHA = "0123456789abcdef0123456789abcdef01234567";
const anInfo = (changes: object = {}) => ({
  body: JSON.stringify({
    _id: "65",
    id: "lumen-labs/tide-math",
    sha: SHA,
    private: false,
    gated: false,
    downloads: 12,
    likes: 3,
    createdAt: "2024-05-01T10:00:00.000Z",
    lastModified: "2024-06-01T10:00:00.000Z",
    tags: ["license:mit", "arxiv:2401.00001"],
    ...changes,
  }),
  headers: JSON_TYPE,
});
const infoPath = (id: string): string => `/hub/api/datasets/${id}/revision/HEAD`;
const cardPath = (id: string, revision = SHA): string => `/hub/datasets/${id}/resolve/${revision}/README.md`;
const id = (text: string): DatasetId => DatasetId.parse(text);

describe("a dataset of the Hub", () => {
  it("is what the Hub says", async () => {
    const { sources, upstream } = await createTestSources();
    upstream.script(infoPath("lumen-labs/tide-math"), anInfo());

    expect(await sources.hub.dataset(id("lumen-labs/tide-math"), never)).toEqual({
      kind: "found",
      value: {
        id: "lumen-labs/tide-math",
        revision: SHA,
        createdAt: "2024-05-01T10:00:00.000Z",
        downloads: 12,
        likes: 3,
        gated: false,
        tags: ["license:mit", "arxiv:2401.00001"],
      },
    });
  });

  it("has today's id after a rename", async () => {
    const { sources, upstream } = await createTestSources();
    const location = `${infoPath("lumen-labs/tide-math")}?expand=sha`;
    upstream.script(infoPath("old-owner/tides"), { status: 307, headers: { location } });
    upstream.script(infoPath("lumen-labs/tide-math"), anInfo());

    const lookup = await sources.hub.dataset(id("old-owner/tides"), never);

    expect(lookup).toMatchObject({ kind: "found", value: { id: "lumen-labs/tide-math" } });
  });

  it("is found by a legacy id without owner", async () => {
    const { sources, upstream } = await createTestSources();
    upstream.script(infoPath("tides"), anInfo());

    const lookup = await sources.hub.dataset(id("tides"), never);

    expect(lookup).toMatchObject({ kind: "found", value: { id: "lumen-labs/tide-math" } });
  });

  it.each([
    [
      "not-found",
      "missing, as told to a stranger",
      { status: 401, headers: { "x-error-code": "RepoNotFound" } },
    ],
    [
      "not-found",
      "missing, told to an owner of a token",
      { status: 404, headers: { "x-error-code": "RepoNotFound" } },
    ],
    ["gated", "gated", { status: 403, headers: { "x-error-code": "GatedRepo" } }],
    ["gated", "gated, told to a stranger", { status: 401, headers: { "x-error-code": "GatedRepo" } }],
    ["not-found", "hidden from strangers without a word", { status: 401, headers: {} }],
    ["gated", "disabled", { status: 403, headers: {} }],
    ["unreachable", "broken", { status: 500, headers: {} }],
    ["rate-limited", "too often asked for", { status: 429, headers: { "retry-after": "9000" } }],
  ])("is %s when it is %s", async (kind, _name, reply) => {
    const { sources, upstream } = await createTestSources();
    upstream.script(infoPath("lumen-labs/tide-math"), reply);

    expect(await sources.hub.dataset(id("lumen-labs/tide-math"), never)).toMatchObject({ kind });
  });

  it.each([
    [
      "HTML instead of JSON",
      { body: "<html>Sign in to the network</html>", headers: { "content-type": "text/html" } },
    ],
    ["HTML that calls itself JSON", { body: "<html></html>", headers: JSON_TYPE }],
    ["JSON of something else", { body: '{"models": []}', headers: JSON_TYPE }],
    ["an id that is none", anInfo({ id: "../../etc/passwd" })],
    ["JSON cut off", { body: '{"id": "lumen-labs/ti', headers: JSON_TYPE }],
  ])("is unreachable when the answer is %s", async (_name, reply) => {
    const { sources, upstream } = await createTestSources();
    upstream.script(infoPath("lumen-labs/tide-math"), reply);

    const lookup = await sources.hub.dataset(id("lumen-labs/tide-math"), never);

    expect(lookup).toMatchObject({ kind: "unreachable" });
  });

  it("says that a token is bad rather than that the dataset is missing", async () => {
    const { sources, upstream } = await createTestSources({ config: { hubToken: "old" } });
    upstream.script(infoPath("lumen-labs/tide-math"), { status: 401 });

    const lookup = await sources.hub.dataset(id("lumen-labs/tide-math"), never);

    expect(lookup).toMatchObject({ kind: "unreachable", reason: expect.stringContaining("token") });
  });

  it("keeps what is well-formed in an odd answer", async () => {
    const { sources, upstream } = await createTestSources();
    const odd = anInfo({
      downloads: -1,
      likes: "many",
      tags: "none",
      createdAt: "?",
      sha: "../..",
      gated: "auto",
    });
    upstream.script(infoPath("lumen-labs/tide-math"), odd);

    expect(await sources.hub.dataset(id("lumen-labs/tide-math"), never)).toEqual({
      kind: "found",
      value: { id: "lumen-labs/tide-math", gated: true, tags: [] },
    });
  });

  it("is not asked for when its id belongs to another registry", async () => {
    const { sources, upstream } = await createTestSources();

    const lookup = await sources.hub.dataset(id("github:lumen-labs/tides"), never);

    expect(lookup.kind).toBe("not-found");
    expect(upstream.seen).toEqual([]);
  });

  it("is asked for with the token of the Hub, once an hour", async () => {
    const { sources, clock, upstream } = await createTestSources({ config: { hubToken: "secret" } });
    upstream.script(infoPath("lumen-labs/tide-math"), anInfo());

    await sources.hub.dataset(id("lumen-labs/tide-math"), never);
    await sources.hub.dataset(id("lumen-labs/tide-math"), never);
    clock.advance(3_600_001);
    await sources.hub.dataset(id("lumen-labs/tide-math"), never);

    expect(upstream.seen.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer secret",
      "Bearer secret",
    ]);
  });
});

describe("a card", () => {
  const dataset = { id: id("lumen-labs/tide-math"), revision: SHA, gated: false, tags: [] };

  it("is frozen at the dataset's revision", async () => {
    const { sources, upstream } = await createTestSources();
    upstream.script(cardPath(dataset.id), { body: "# Tide\r\n\r\nBuilt from 潮 sets." });

    expect(await sources.hub.card(dataset, never)).toMatchObject({
      kind: "found",
      value: {
        text: "# Tide\n\nBuilt from 潮 sets.",
        document: {
          kind: "card",
          revision: SHA,
          title: "lumen-labs/tide-math",
          bytes: 28,
          url: `https://huggingface.co/datasets/lumen-labs/tide-math/blob/${SHA}/README.md`,
          retrievedAt: "2026-01-01T00:00:00.000Z",
        },
      },
    });
  });

  it("is read from the default branch when the Hub told no revision", async () => {
    const { sources, upstream } = await createTestSources();
    upstream.script(cardPath(dataset.id, "main"), { body: "# Tide", headers: { etag: 'W/"abc"' } });

    const lookup = await sources.hub.card({ id: dataset.id, gated: false, tags: [] }, never);

    expect(lookup).toMatchObject({ kind: "found", value: { document: { revision: "abc" } } });
  });

  it("of 50 MB is cut off and refused", async () => {
    const { sources, upstream } = await createTestSources();
    upstream.script(cardPath(dataset.id), { endlessBytes: 50_000_000 });

    const lookup = await sources.hub.card(dataset, never);

    expect(lookup).toMatchObject({ kind: "refused", reason: expect.stringContaining("TOO_LARGE") });
  });

  it("that is not there is not found", async () => {
    const { sources, upstream } = await createTestSources();
    upstream.script(cardPath(dataset.id), { status: 404, headers: { "x-error-code": "EntryNotFound" } });

    expect(await sources.hub.card(dataset, never)).toMatchObject({ kind: "not-found" });
  });
});

describe("a search", () => {
  it("gives at most twenty datasets in the Hub's order, without those that make no sense", async () => {
    const { sources, upstream } = await createTestSources();
    const many = Array.from({ length: 30 }, (_, at) => ({ id: `lumen-labs/tide-${at}`, tags: [] }));
    const link = `<${upstream.origin}/hub/api/datasets?page=2>; rel="next"`;
    upstream.script("/hub/api/datasets", {
      body: JSON.stringify([{ id: 7 }, ...many]),
      headers: { ...JSON_TYPE, link },
    });

    const lookup = await sources.hub.search("tide math", never);

    expect(lookup.kind === "found" ? lookup.value.map((found) => found.id).slice(0, 2) : lookup).toEqual([
      "lumen-labs/tide-0",
      "lumen-labs/tide-1",
    ]);
    expect(lookup.kind === "found" ? lookup.value.length : 0).toBeLessThanOrEqual(20);
    expect(upstream.seen).toHaveLength(1);
    expect(upstream.seen[0]?.path).toContain("search=tide+math");
  });

  it("does not follow a list of pages without end", async () => {
    const { sources, upstream } = await createTestSources();
    const link = `<${upstream.origin}/hub/api/datasets?page=2>; rel="next"`;
    upstream.script("/hub/api/datasets", { body: "[]", headers: { ...JSON_TYPE, link } });

    await sources.hub.search("tide", never);

    expect(upstream.seen).toHaveLength(1);
  });

  it("is unreachable when the answer is no list", async () => {
    const { sources, upstream } = await createTestSources();
    upstream.script("/hub/api/datasets", { body: "{}", headers: JSON_TYPE });

    expect(await sources.hub.search("tide", never)).toMatchObject({ kind: "unreachable" });
  });
});
