import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { createBoundedMap } from "./bounded-map.ts";
import type { FetchedPage } from "./fetch-outcome.ts";

/** Pages by key. Only whole, successful answers are kept. */
export interface ResponseCache {
  read(key: string): Promise<FetchedPage | undefined>;
  write(key: string, page: FetchedPage): Promise<void>;
}

/** One page is one address at one revision; without a revision, whatever the address gave. */
export const toCacheKey = (url: string, revision: string | undefined): string =>
  createHash("sha256")
    .update(`${url}\n${revision ?? ""}`)
    .digest("hex");

const MAX_PAGES_IN_MEMORY = 500;

/** For mirrors, which are local already, and for tests. */
export const createMemoryCache = (): ResponseCache => {
  const pages = createBoundedMap<FetchedPage>(MAX_PAGES_IN_MEMORY);
  return {
    read: async (key) => pages.get(key),
    write: async (key, page) => pages.set(key, page),
  };
};

const Entry = z.object({
  url: z.string(),
  mediaType: z.string(),
  charset: z.string().optional(),
  etag: z.string().optional(),
  retrievedAt: z.iso.datetime(),
  sha256: z.string(),
});

/**
 * One file per page under `folder`: a line of JSON, then the body as it came. A file appears whole or not at all; one that
 * was damaged later fails its checksum and counts as absent.
 */
export const createDiskCache = (folder: string): ResponseCache => {
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), `${key}.page`);
  return {
    read: async (key) => {
      const bytes = await readFile(pathOf(key)).catch(undefinedWhenAbsent);
      return bytes === undefined ? undefined : parseEntry(bytes);
    },
    write: async (key, page) => {
      const path = pathOf(key);
      const part = `${path}.${randomUUID()}.part`;
      await mkdir(dirname(path), { recursive: true });
      try {
        await writeFile(part, toEntry(page));
        await rename(part, path);
      } finally {
        await rm(part, { force: true });
      }
    },
  };
};

const toEntry = ({ body, ...head }: FetchedPage): Uint8Array =>
  Buffer.concat([Buffer.from(`${JSON.stringify({ ...head, sha256: toHash(body) })}\n`), body]);

const parseEntry = (bytes: Buffer): FetchedPage | undefined => {
  const end = bytes.indexOf(0x0a);
  const parsed = Entry.safeParse(parseJson(bytes.subarray(0, Math.max(end, 0)).toString("utf8")));
  if (!parsed.success) return undefined;
  const body = bytes.subarray(end + 1);
  const { sha256, charset, etag, ...head } = parsed.data;
  if (toHash(body) !== sha256) return undefined;
  return {
    ...head,
    body,
    ...(charset === undefined ? {} : { charset }),
    ...(etag === undefined ? {} : { etag }),
  };
};

const toHash = (body: Uint8Array): string => createHash("sha256").update(body).digest("hex");

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const undefinedWhenAbsent = (error: unknown): undefined => {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
};
