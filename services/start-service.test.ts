import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseConfig } from "./config.ts";
import { createStemma, type Stemma } from "./main.ts";
import { type Service, startService } from "./start-service.ts";

let folder: string;
const opened: Pick<Stemma | Service, "close">[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-service-"));
});
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close();
  await rm(folder, { recursive: true, force: true });
});

const aStemma = async (): Promise<Stemma> => {
  const environment = { STEMMA_LOG_LEVEL: "silent", STEMMA_PORT: "0" };
  const stemma = await createStemma(parseConfig(environment, { data: folder }));
  opened.push(stemma);
  return stemma;
};

const start = async (stemma: Stemma): Promise<Service> => {
  const service = await startService(stemma);
  opened.push(service);
  return service;
};

test("a service that had tokens at its start asks for one when their folder is moved away", async () => {
  const stemma = await aStemma();
  await stemma.access.tokens.create({ name: "reader", role: "viewer" });
  const { origin } = await start(stemma);

  await rename(join(folder, "tokens"), join(folder, "elsewhere"));

  expect((await fetch(`${origin}/api/session`)).status).toBe(401);
});

test("a service that cannot look at its tokens lets nobody in", async () => {
  const { origin } = await start(await aStemma());
  const whileReadable = await fetch(`${origin}/api/session`);

  await rename(folder, `${folder}-away`);
  await writeFile(folder, "a file where the data folder should be");
  const answer = await fetch(`${origin}/api/session`);
  const problem: unknown = await answer.json();
  await rm(folder);
  await rename(`${folder}-away`, folder);

  expect(whileReadable.status).toBe(200);
  expect(answer.status).toBe(503);
  expect(problem).toMatchObject({ code: "STORAGE_FAILED", detail: expect.stringMatching(/data folder/) });
});
