import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClosedNetwork } from "./testing/closed-network.ts";
import { never } from "./testing/never.ts";
import { createScriptedUpstream } from "./testing/scripted-upstream.ts";
import { createTestFetch } from "./testing/test-fetch.ts";

const toText = (outcome: { readonly kind: string; readonly value?: { readonly body: Uint8Array } }) =>
  outcome.value === undefined ? outcome : Buffer.from(outcome.value.body).toString("utf8");

describe("retries", () => {
  it("waits as long as a 429 asks and then reads the page", async () => {
    const { stack, clock, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { status: 429, headers: { "retry-after": "17" } }, { body: "text" });

    const outcome = await stack.politeFetch(aRequest("/card"), never);

    expect(toText(outcome)).toBe("text");
    expect(clock.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(17_000);
    expect(upstream.seen).toHaveLength(2);
  });

  it("makes all work on a host wait for the quiet that one answer asked for", async () => {
    const { stack, clock, upstream, aRequest } = await createTestFetch();
    upstream.script("/spent", { body: "a", headers: { ratelimit: '"api";r=0;t=40' } });
    upstream.script("/next", { body: "b" });

    await stack.politeFetch(aRequest("/spent"), never);
    await stack.politeFetch(aRequest("/next"), never);

    expect(clock.sleeps).toEqual([40_000]);
  });

  it("reports a quiet that is too long instead of waiting for it, also to the next reader", async () => {
    const { stack, clock, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { status: 429, headers: { "retry-after": "7200" } });

    const outcome = await stack.politeFetch(aRequest("/card"), never);
    const next = await stack.politeFetch(aRequest("/other"), never);

    expect(outcome.kind).toBe("rate-limited");
    expect(next.kind).toBe("rate-limited");
    expect(upstream.paths()).toEqual(["/card"]);
    expect(clock.sleeps.every((ms) => ms < 60_000)).toBe(true);
  });

  it.each([408, 425, 500, 502, 503, 504])("asks again after a %i", async (status) => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { status }, { body: "text" });

    expect(toText(await stack.politeFetch(aRequest("/card"), never))).toBe("text");
  });

  it.each([400, 404, 401, 403, 410, 501])("asks once when the answer is %i", async (status) => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { status }, { body: "text" });

    const outcome = await stack.politeFetch(aRequest("/card"), never);

    expect(outcome).toMatchObject({ status });
    expect(upstream.seen).toHaveLength(1);
  });

  it("asks again when the body was cut off", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { body: "0123456789".repeat(1000), truncated: true }, { body: "whole" });

    expect(toText(await stack.politeFetch(aRequest("/card"), never))).toBe("whole");
  });

  it("doubles its patience and gives up after four requests", async () => {
    const { stack, clock, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { status: 500 });

    const outcome = await stack.politeFetch(aRequest("/card"), never);

    expect(outcome).toMatchObject({ kind: "unreachable", status: 500 });
    expect(upstream.seen).toHaveLength(4);
    expect(clock.sleeps).toEqual([500, 1000, 2000]);
  });

  it("gives up on a server that says nothing", async () => {
    const limits = { timeoutMs: 500, retry: { attempts: 2, baseDelayMs: 1, maxDelayMs: 1 } };
    const { stack, upstream, aRequest } = await createTestFetch({ limits });
    upstream.script("/card", { silent: true });

    const outcome = await stack.politeFetch(aRequest("/card"), never);

    expect(outcome).toMatchObject({ kind: "unreachable", reason: expect.stringContaining("500 ms") });
    expect(upstream.seen).toHaveLength(2);
  });

  it("stops at once when it is cancelled", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { silent: true });
    const controller = new AbortController();
    const reading = stack.politeFetch(aRequest("/card"), controller.signal);
    await expect.poll(() => upstream.seen.length).toBe(1);

    controller.abort();

    await expect(reading).rejects.toMatchObject({ code: "CANCELLED" });
  });
});

describe("limits", () => {
  it("cuts a 50 MB card off and says that it is too large", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { endlessBytes: 50_000_000 });

    const outcome = await stack.politeFetch(aRequest("/card", { maxBytes: 10_000_000 }), never);

    expect(outcome).toMatchObject({ kind: "refused", reason: expect.stringContaining("TOO_LARGE") });
    expect(upstream.sentBytes()).toBeLessThan(30_000_000);
  });

  it("does not read a body that announces too much", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { body: "x".repeat(2000), headers: { "content-length": "2000" } });

    const outcome = await stack.politeFetch(aRequest("/card", { maxBytes: 1000 }), never);

    expect(outcome).toMatchObject({ kind: "refused" });
  });

  it("counts a compressed body by what it unpacks to", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    const bomb = gzipSync(Buffer.alloc(20_000_000, "a"));
    upstream.script("/card", { body: bomb, headers: { "content-encoding": "gzip" } });

    const outcome = await stack.politeFetch(aRequest("/card"), never);

    expect(bomb.length).toBeLessThan(100_000);
    expect(outcome).toMatchObject({ kind: "refused", reason: expect.stringContaining("TOO_LARGE") });
  });

  it("takes no picture for a text", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { body: "GIF89a", headers: { "content-type": "image/gif" } });

    const outcome = await stack.politeFetch(aRequest("/card"), never);

    expect(outcome).toMatchObject({ kind: "unreachable", reason: expect.stringContaining("image/gif") });
    expect(upstream.seen).toHaveLength(1);
  });
});

describe("redirects", () => {
  it("are followed to the page's last address", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/old", { status: 307, headers: { location: "/new#part" } });
    upstream.script("/new", { body: "text" });

    const outcome = await stack.politeFetch(aRequest("/old"), never);

    expect(outcome).toMatchObject({ kind: "found", value: { url: `${upstream.origin}/new` } });
  });

  it("are left when they run in a circle", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/a", { status: 302, headers: { location: "/b" } });
    upstream.script("/b", { status: 302, headers: { location: "/a" } });

    const outcome = await stack.politeFetch(aRequest("/a"), never);

    expect(outcome).toMatchObject({ kind: "unreachable", reason: expect.stringContaining("loop") });
    expect(upstream.paths()).toEqual(["/a", "/b"]);
  });

  it("are left after five", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    for (let at = 0; at < 20; at += 1) {
      upstream.script(`/${at}`, { status: 301, headers: { location: `/${at + 1}` } });
    }

    const outcome = await stack.politeFetch(aRequest("/0"), never);

    expect(outcome.kind).toBe("unreachable");
    expect(upstream.seen).toHaveLength(6);
  });

  it.each([
    "file:///etc/passwd",
    "http://127.0.0.1:9/",
    "http://[::1]/",
    "http://user:pass@pages.example.org/",
  ])("to %s are refused", async (location) => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { status: 302, headers: { location } });

    expect(await stack.politeFetch(aRequest("/card"), never)).toMatchObject({ kind: "refused" });
  });
});

describe("tokens", () => {
  it("go to the origin that they belong to", async () => {
    const { stack, upstream, aRequest } = await createTestFetch({ hubToken: "secret" });
    upstream.script("/card", { body: "text" });

    await stack.politeFetch(aRequest("/card"), never);

    expect(upstream.seen[0]?.headers.authorization).toBe("Bearer secret");
  });

  it("stay behind when a redirect leads to another host, even a configured one", async () => {
    const other = await createScriptedUpstream();
    const { upstream, again, aRequest } = await createTestFetch({ hubToken: "secret", githubToken: "other" });
    const origins = new Set([upstream.origin, other.origin]);
    const endpoints = { hub: upstream.origin, githubApi: other.origin, githubRaw: other.origin, origins };
    const stack = again({ endpoints: { ...endpoints, isMirror: false } });
    upstream.script("/card", { status: 302, headers: { location: `${other.origin}/elsewhere` } });
    other.script("/elsewhere", { body: "text" });

    const outcome = await stack.politeFetch(aRequest("/card"), never);
    await other.close();

    expect(toText(outcome)).toBe("text");
    expect(other.seen[0]?.headers.authorization).toBeUndefined();
  });

  it("are not sent for an address that a document names", async () => {
    const closed = createClosedNetwork({ names: { "huggingface.co": ["93.184.216.34"] } });
    const { upstream, again } = await createTestFetch();
    const stack = again({ hubToken: "secret", network: closed.network });
    const url = `${upstream.origin}/card`;

    const outcome = await stack.politeFetch(
      { url, trust: "document", accept: ["text/*"], maxBytes: 1000 },
      never,
    );

    expect(outcome.kind).toBe("refused");
    expect(upstream.seen).toEqual([]);
  });
});

describe("the cache", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "stemma-cache-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("answers a second reader without a request, also in a later process", async () => {
    const { stack, upstream, aRequest, again } = await createTestFetch({ cacheFolder: folder });
    upstream.script("/card", { body: "text" });
    const request = aRequest("/card", { revision: "abc1234" });

    const first = await stack.politeFetch(request, never);
    const second = await stack.politeFetch(request, never);
    const later = await again().politeFetch(request, never);

    expect([first, second, later].map(toText)).toEqual(["text", "text", "text"]);
    expect(upstream.seen).toHaveLength(1);
    expect((await readdir(folder, { recursive: true })).some((name) => name.endsWith(".part"))).toBe(false);
  });

  it("lets two readers at once share one request", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { body: "text" });

    await Promise.all([1, 2, 3].map(() => stack.politeFetch(aRequest("/card"), never)));

    expect(upstream.seen).toHaveLength(1);
  });

  it("keeps one page per revision", async () => {
    const { stack, upstream, aRequest } = await createTestFetch();
    upstream.script("/card", { body: "one" }, { body: "two" });

    const one = await stack.politeFetch(aRequest("/card", { revision: "1111111" }), never);
    const two = await stack.politeFetch(aRequest("/card", { revision: "2222222" }), never);

    expect([one, two].map(toText)).toEqual(["one", "two"]);
  });

  it("asks with the entity tag when a page has aged, and keeps its text when nothing changed", async () => {
    const { stack, clock, upstream, aRequest } = await createTestFetch();
    upstream.script("/info", { body: "text", headers: { etag: '"v1"' } }, { status: 304 });
    const request = aRequest("/info", { maxAgeMs: 1000 });
    await stack.politeFetch(request, never);
    clock.advance(2000);

    const renewed = await stack.politeFetch(request, never);
    await stack.politeFetch(request, never);

    expect(toText(renewed)).toBe("text");
    expect(upstream.seen.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"v1"']);
  });

  it("asks once more for each page when a refresh is wanted, but not for a page at a revision", async () => {
    const { stack, upstream, aRequest, again } = await createTestFetch({ cacheFolder: folder });
    upstream.script("/post", { body: "old" }, { body: "new" });
    upstream.script("/at", { body: "fixed" });
    await stack.politeFetch(aRequest("/post"), never);
    await stack.politeFetch(aRequest("/at", { revision: "abc1234" }), never);
    const refreshing = again({ refresh: true });

    const posts = [
      await refreshing.politeFetch(aRequest("/post"), never),
      await refreshing.politeFetch(aRequest("/post"), never),
    ];
    await refreshing.politeFetch(aRequest("/at", { revision: "abc1234" }), never);

    expect(posts.map(toText)).toEqual(["new", "new"]);
    expect(upstream.paths()).toEqual(["/post", "/at", "/post"]);
  });

  it("believes for ten minutes that a page is not there", async () => {
    const { stack, clock, upstream, aRequest } = await createTestFetch();

    await stack.politeFetch(aRequest("/gone"), never);
    await stack.politeFetch(aRequest("/gone"), never);
    clock.advance(600_001);
    await stack.politeFetch(aRequest("/gone"), never);

    expect(upstream.paths()).toEqual(["/gone", "/gone"]);
  });

  it("never stores a failure that may pass, nor an absence beyond the process", async () => {
    const options = {
      cacheFolder: folder,
      limits: { retry: { attempts: 1, baseDelayMs: 0, maxDelayMs: 0 } },
    };
    const { stack, upstream, aRequest, again } = await createTestFetch(options);
    upstream.script("/down", { status: 503 }, { body: "back" });
    upstream.script("/missing", { status: 404 }, { body: "came" });

    expect(await stack.politeFetch(aRequest("/down"), never)).toMatchObject({ kind: "unreachable" });
    expect(toText(await stack.politeFetch(aRequest("/down"), never))).toBe("back");
    expect(await stack.politeFetch(aRequest("/missing"), never)).toMatchObject({ kind: "not-found" });
    expect(toText(await again().politeFetch(aRequest("/missing"), never))).toBe("came");
  });
});

it("counts the requests that went out, by host", async () => {
  const { stack, upstream, aRequest } = await createTestFetch();
  upstream.script("/a", { status: 302, headers: { location: "/b" } });
  upstream.script("/b", { status: 500 }, { body: "text" });

  await stack.politeFetch(aRequest("/a"), never);
  await stack.politeFetch(aRequest("/a"), never);

  expect([...stack.requestsByHost()]).toEqual([[new URL(upstream.origin).host, upstream.seen.length]]);
});
