import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../../schema/errors.ts";
import { createTokenStore, type TokenStore } from "./token-store.ts";

let folder: string;
let at: Date;
let tokens: TokenStore;
/** Another process on the same folder. */
let others: TokenStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-tokens-"));
  at = new Date("2026-11-24T08:00:00.000Z");
  const open = () =>
    createTokenStore({
      folder: join(folder, "tokens"),
      now: () => at,
      onUseUnwritten: (error) => {
        throw error;
      },
    });
  tokens = open();
  others = open();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lastUse = async (): Promise<string | undefined> => (await others.list())[0]?.lastUsedAt;
const later = (minutes: number): void => {
  at = new Date(at.getTime() + minutes * 60_000);
};

describe("a token", () => {
  test("is found by its text, in another process too, at once", async () => {
    const { text } = await tokens.create({ name: "reader", role: "viewer" });

    expect(await others.find(text)).toMatchObject({ name: "reader", role: "viewer" });
    expect(text).toMatch(/^stemma_[0-9a-f]{12}_[0-9a-f]{64}$/);
  });

  test("is found by nothing but its whole text", async () => {
    const { text } = await tokens.create({ name: "reader", role: "viewer" });
    const last = text.endsWith("0") ? "1" : "0";

    for (const wrong of [
      "",
      "stemma_",
      text.slice(0, -1),
      `${text.slice(0, -1)}${last}`,
      `${text}0`,
      ` ${text}`,
    ])
      expect(await tokens.find(wrong), wrong).toBeUndefined();
  });

  test("has no path in its id", async () => {
    await expect(tokens.find(`stemma_../../secret_${"0".repeat(64)}`)).resolves.toBeUndefined();
  });

  test("leaves no secret on the disk, and nothing that others may read", async () => {
    const { text } = await tokens.create({ name: "reader", role: "viewer" });
    await tokens.find(text);
    const secret = text.split("_")[2] ?? "";

    const names = await readdir(join(folder, "tokens"), { recursive: true, withFileTypes: true });
    const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    for (const path of files) {
      expect(await readFile(path, "utf8")).not.toContain(secret);
      expect((await stat(path)).mode & 0o077, path).toBe(0);
    }
    expect(files).toHaveLength(2);
  });

  test("is over at its time, and with its revocation", async () => {
    const short = await tokens.create({
      name: "short",
      role: "viewer",
      expiresAt: new Date("2026-11-24T09:00:00Z"),
    });
    later(1);
    const long = await tokens.create({ name: "long", role: "operator" });

    later(60);
    await others.revoke("long");

    expect(await tokens.find(short.text)).toBeUndefined();
    expect(await tokens.find(long.text)).toBeUndefined();
    expect((await tokens.list()).map(({ name, state }) => [name, state])).toEqual([
      ["short", "expired"],
      ["long", "revoked"],
    ]);
    expect(await tokens.hasAny()).toBe(true);
  });

  test("shows when it was last used, to the minute", async () => {
    const { text } = await tokens.create({ name: "reader", role: "viewer" });

    expect(await lastUse()).toBeUndefined();
    await tokens.find(text);
    const first = await lastUse();
    later(0.5);
    await tokens.find(text);
    expect(await lastUse()).toBe(first);
    later(1);
    await tokens.find(text);

    expect(first).toBe("2026-11-24T08:00:00.000Z");
    expect(await lastUse()).toBe("2026-11-24T08:01:30.000Z");
  });
});

test("a name is given again only when its token is over", async () => {
  const first = await tokens.create({ name: "reader", role: "viewer" });

  await expect(tokens.create({ name: "reader", role: "viewer" })).rejects.toThrow(AppError);
  await tokens.revoke(first.token.id);
  const second = await tokens.create({ name: "reader", role: "viewer" });

  expect(second.text).not.toBe(first.text);
});

test("what is not active cannot be revoked", async () => {
  await expect(tokens.revoke("nobody")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a folder that is not there holds no token", async () => {
  expect(await tokens.list()).toEqual([]);
  expect(await tokens.hasAny()).toBe(false);
});

test("a folder that cannot be looked at is not taken for an absent one", async () => {
  const file = join(folder, "data");
  await writeFile(file, "a file where the data folder should be");
  const store = createTokenStore({
    folder: join(file, "tokens"),
    now: () => at,
    onUseUnwritten: () => undefined,
  });

  await expect(store.hasAny()).rejects.toMatchObject({ code: "STORAGE_FAILED" });
});

test("a link to a folder that is away counts as a folder", async () => {
  await symlink(join(folder, "away"), join(folder, "tokens"));

  expect(await tokens.hasAny()).toBe(true);
});
