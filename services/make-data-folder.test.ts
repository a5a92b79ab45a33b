import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { makeDataFolder } from "./make-data-folder.ts";

const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "stemma-data-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

it("makes what is missing, and is content with what is there", async () => {
  const path = join(await aFolder(), "one", "two");

  await makeDataFolder(path);
  await makeDataFolder(path);

  expect((await stat(path)).isDirectory()).toBe(true);
});

it("says which file is in its place", async () => {
  const file = join(await aFolder(), "file");
  await writeFile(file, "");

  await expect(makeDataFolder(file)).rejects.toMatchObject({
    code: "STORAGE_FAILED",
    message: expect.stringContaining("a file is in its place; choose another with --data") as unknown,
  });
  await expect(makeDataFolder(join(file, "below"))).rejects.toMatchObject({ code: "STORAGE_FAILED" });
});

it.runIf(process.platform === "linux")("ends where no folder can ever be", async () => {
  await expect(makeDataFolder("/proc/no/such/folder")).rejects.toMatchObject({ code: "STORAGE_FAILED" });
});
