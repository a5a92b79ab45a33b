import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Sha256 } from "../../schema/ids.ts";
import { createAnswerKeeper } from "./answer-keeper.ts";
import type { KeptQuestion } from "./answer-keeper.ts";
import { createAnswerStore } from "./answer-store.ts";
import { forkAnswerKeeper } from "./fork-answer-keeper.ts";
import type { ForkedAnswerKeeper } from "./fork-answer-keeper.ts";
import { REPLY_USAGE, startScriptedEndpoint } from "./testing/scripted-endpoint.ts";
import type { ScriptedEndpoint, ScriptedReply } from "./testing/scripted-endpoint.ts";

const question: KeptQuestion = {
  model: "scripted",
  promptVersion: "test-1",
  system: "answer",
  user: "which colour?",
  document: Sha256.parse("a".repeat(64)),
  jsonSchema: { type: "object", properties: {}, required: [], additionalProperties: false },
};
const SAID = { kind: "said", content: "{}", finishReason: "stop", usage: REPLY_USAGE };

let folder = "";
const endpoints: ScriptedEndpoint[] = [];
const keepers: ForkedAnswerKeeper[] = [];
const { signal } = new AbortController();
/** Processes are slow to start on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-keeper-"));
});
afterEach(async () => {
  for (const keeper of keepers.splice(0)) keeper.close();
  for (const endpoint of endpoints.splice(0)) await endpoint.close();
  await rm(folder, { recursive: true, force: true });
});

const listen = async (reply: ScriptedReply) => {
  const heard: (() => void)[] = [];
  const asked = new Promise<void>((resolve) => heard.push(resolve));
  const endpoint = await startScriptedEndpoint(() => {
    for (const tell of heard) tell();
    return reply;
  });
  endpoints.push(endpoint);
  return { endpoint, asked };
};

const fork = ({ baseUrl }: ScriptedEndpoint): ForkedAnswerKeeper => {
  const keeper = forkAnswerKeeper({ name: "scripted", baseUrl, apiKey: "a-key", answersFolder: folder });
  keepers.push(keeper);
  return keeper;
};

/** A keeper in this process. */
const keepHere = ({ baseUrl }: ScriptedEndpoint) =>
  createAnswerKeeper(
    { name: "scripted", baseUrl, answersFolder: folder },
    { fetch, random: () => 0, sleep: async () => undefined },
  );

const store = () => createAnswerStore(folder);

it("asks in its process, with the key, and stores before it answers", async () => {
  const { endpoint } = await listen({ content: "{}" });

  const answer = await fork(endpoint).keep(question, signal);

  expect(answer).toEqual({ ...SAID, reused: false });
  expect(await store().find(question)).toEqual(SAID);
  expect(endpoint.requests[0]).toMatchObject({ authorization: "Bearer a-key" });
  expect(await readdir(join(folder, (await readdir(folder))[0] ?? ""))).toHaveLength(1);
});

it("stores the answer of a question whose asker is gone, and the next asker waits for it", async () => {
  const { endpoint, asked } = await listen({ content: "{}", delayMs: 400 });
  const first = fork(endpoint);
  const lost = first.keep(question, signal);
  await asked;
  first.close();

  const answer = await fork(endpoint).keep(question, signal);

  expect(answer).toEqual({ ...SAID, reused: true });
  expect(endpoint.requests).toHaveLength(1);
  expect(await lost).toMatchObject({ kind: "unreachable" });
});

it("gives a question up when its signal aborts, and leaves nothing that stops the next asker", async () => {
  const { endpoint, asked } = await listen({ content: "{}", delayMs: 400 });
  const keeper = fork(endpoint);
  const controller = new AbortController();
  const given = keeper.keep(question, controller.signal);
  await asked;
  controller.abort();

  await expect(given).rejects.toThrow(/abort/i);
  expect(await keeper.keep(question, signal)).toEqual({ ...SAID, reused: false });
});

/** More than Linux and macOS number processes. */
const NO_PROCESS = 2 ** 22 + 1;

it.each([
  ["ended without an answer", `${NO_PROCESS} ${randomUUID()}`],
  ["had this one's number before a restart", `${process.pid} ${randomUUID()}`],
  ["had this one's number and left nothing else", String(process.pid)],
])("takes the place of a process that %s", async (_, content) => {
  const { endpoint } = await listen({ content: "{}" });
  const mark = store().markOf(question);
  await mkdir(dirname(mark), { recursive: true });
  await writeFile(mark, content);
  const keeper = keepHere(endpoint);

  expect(await keeper.keep(question, signal)).toEqual({ ...SAID, reused: false });
});

it("waits for a question that this process is asking already", async () => {
  const { endpoint } = await listen({ content: "{}", delayMs: 400 });

  const answers = await Promise.all([1, 2].map(() => keepHere(endpoint).keep(question, signal)));

  expect(answers.filter(({ reused }) => reused)).toHaveLength(1);
  expect(endpoint.requests).toHaveLength(1);
});

it("starts anew after its process was killed", async () => {
  const { endpoint } = await listen({ content: "{}" });
  const keeper = fork(endpoint);
  await keeper.keep(question, signal);
  keeper.close();

  expect(await keeper.keep({ ...question, user: "and now?" }, signal)).toMatchObject({ reused: false });
});

it("tells a full or closed disk as what it is", async () => {
  const { endpoint } = await listen({ content: "{}" });
  await rm(folder, { recursive: true });
  await writeFile(folder, "a file where the folder should be");

  await expect(fork(endpoint).keep(question, signal)).rejects.toMatchObject({
    code: "STORAGE_FAILED",
    transient: true,
  });
});
