import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiskCache, createMemoryCache, toCacheKey } from "./response-cache.ts";

const aPage = (body: Uint8Array) => ({
  url: "https://tide.example.org/",
  body: Buffer.from(body),
  mediaType: "text/plain",
  charset: "utf-8",
  etag: '"v1"',
  retrievedAt: "2026-01-01T00:00:00.000Z",
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-cache-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const onlyFile = async (): Promise<string> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".page"));
  expect(names).toHaveLength(1);
  return join(folder, names[0] ?? "");
};

describe("the disk cache", () => {
  it("gives a page back byte by byte", async () => {
    const cache = createDiskCache(folder);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (body) => {
        await cache.write(toCacheKey("a", undefined), aPage(body));

        expect(await cache.read(toCacheKey("a", undefined))).toEqual(aPage(body));
      }),
      { numRuns: 20 },
    );
  });

  it("gives nothing for what it never saw", async () => {
    expect(await createDiskCache(folder).read(toCacheKey("a", "b"))).toBeUndefined();
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ["cut off", (bytes) => bytes.subarray(0, bytes.length - 1)],
    ["changed", (bytes) => Buffer.concat([bytes.subarray(0, -4), Buffer.from("texz")])],
    ["empty", () => Buffer.alloc(0)],
    ["something else", () => Buffer.from("hello\nworld")],
  ])("counts a file that is %s as absent", async (_name, damage) => {
    const cache = createDiskCache(folder);
    const key = toCacheKey("a", undefined);
    await cache.write(key, aPage(Buffer.from("text")));
    const path = await onlyFile();
    await writeFile(path, damage(await readFile(path)));

    expect(await cache.read(key)).toBeUndefined();
  });

  it("lets many write one page at once", async () => {
    const cache = createDiskCache(folder);
    const page = aPage(Buffer.alloc(100_000, "x"));

    await Promise.all(Array.from({ length: 10 }, () => cache.write(toCacheKey("a", undefined), page)));

    await onlyFile();
    expect(await cache.read(toCacheKey("a", undefined))).toEqual(page);
  });
});

it("the memory cache forgets the oldest pages", async () => {
  const cache = createMemoryCache();
  for (let at = 0; at < 600; at += 1) await cache.write(String(at), aPage(Buffer.from(String(at))));

  expect(await cache.read("0")).toBeUndefined();
  expect(await cache.read("599")).toBeDefined();
});
