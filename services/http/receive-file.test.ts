import { mkdir, mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { sweepUploads } from "./receive-file.ts";

const NOW = new Date("2026-05-06T07:08:09.000Z");
const HOUR_MS = 3_600_000;

it("takes away what was left behind longer than a day ago, and nothing that may be in use", async () => {
  const folder = await mkdtemp(join(tmpdir(), "stemma-uploads-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, hours] of [
    ["upload-old", 25],
    ["upload-new", 23],
  ] as const) {
    await mkdir(join(folder, name));
    const at = new Date(NOW.getTime() - hours * HOUR_MS);
    await utimes(join(folder, name), at, at);
  }

  await sweepUploads(folder, NOW);

  expect(await readdir(folder)).toEqual(["upload-new"]);
});

it("needs no folder", async () => {
  await expect(sweepUploads("/nonexistent/uploads", NOW)).resolves.toBeUndefined();
});
