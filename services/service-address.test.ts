import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseConfig } from "./config.ts";
import { createStemma, type Stemma } from "./main.ts";
import { readServiceAddress } from "./service-address.ts";
import { startService } from "./start-service.ts";

let folder: string;
let stemma: Stemma;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-address-"));
  const environment = { STEMMA_LOG_LEVEL: "silent", STEMMA_PORT: "0" };
  stemma = await createStemma(parseConfig(environment, { data: join(folder, "graph") }));
});
afterEach(async () => {
  await stemma.close();
  await rm(folder, { recursive: true, force: true });
});

/** As over Neo4j, where opening the graph makes no folder. */
const withDataFolder = (dataFolder: string): Stemma => ({
  ...stemma,
  config: { ...stemma.config, dataFolder },
});

test("a service whose data folder is not there yet makes it, and writes its address into it", async () => {
  const absent = join(folder, "not", "there");

  const service = await startService(withDataFolder(absent));
  const announced = await readServiceAddress(absent);
  await service.close();

  expect(announced).toBe(service.origin);
  expect(await readServiceAddress(absent)).toBeUndefined();
});

test("an address that cannot be written down is the data folder's fault", async () => {
  // Where the file of the address should be is a folder.
  await mkdir(join(folder, "taken", "service.json"), { recursive: true });

  await expect(startService(withDataFolder(join(folder, "taken")))).rejects.toMatchObject({
    code: "STORAGE_FAILED",
    message: expect.stringMatching(/data folder/),
  });
});
