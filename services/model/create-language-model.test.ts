import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { ModelQuestion } from "../../agents/ports.ts";
import { Sha256 } from "../../schema/ids.ts";
import { createAnswerKeeper } from "./answer-keeper.ts";
import { createLanguageModel } from "./create-language-model.ts";
import { REPLY_USAGE, startScriptedEndpoint } from "./testing/scripted-endpoint.ts";
import type { ScriptedEndpoint, ScriptedReply, ScriptedRequest } from "./testing/scripted-endpoint.ts";

const Answer = z.object({ colour: z.enum(["red", "blue"]), note: z.string().max(20).nullable() });
type Answer = z.infer<typeof Answer>;
const RED = JSON.stringify({ colour: "red", note: null });

const aQuestion = (user = "which colour?"): ModelQuestion<Answer> => ({
  promptVersion: "test-1",
  system: "answer",
  user,
  document: Sha256.parse("a".repeat(64)),
  schema: Answer,
});

describe("createLanguageModel", () => {
  let folder = "";
  const open: ScriptedEndpoint[] = [];
  const { signal } = new AbortController();
  const waits: number[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "stemma-answers-"));
    waits.length = 0;
  });
  afterEach(async () => {
    for (const endpoint of open.splice(0)) await endpoint.close();
    await rm(folder, { recursive: true });
  });

  const start = async (
    reply: (request: ScriptedRequest, index: number) => ScriptedReply,
    options: { readonly timeoutMs?: number } = {},
  ) => {
    const endpoint = await startScriptedEndpoint(reply);
    open.push(endpoint);
    const settings = {
      name: "scripted-model",
      baseUrl: endpoint.baseUrl,
      apiKey: "a-test-key",
      price: { input: 10, output: 100 },
      answersFolder: folder,
      ...options,
    };
    const keeper = createAnswerKeeper(settings, {
      fetch,
      sleep: async (ms) => void waits.push(ms),
      random: () => 0,
    });
    return { endpoint, model: createLanguageModel(settings, keeper) };
  };

  const storedFiles = async (): Promise<string[]> =>
    (await readdir(folder, { recursive: true })).filter((name) => /\.\w+$/.test(name));

  it("gives the answer with its tokens and cost, asked in strict mode with temperature 0", async () => {
    const { endpoint, model } = await start(() => ({ content: RED }));

    const answer = await model.ask(aQuestion(), signal);

    expect(answer).toEqual({
      kind: "answered",
      value: { colour: "red", note: null },
      reused: false,
      usage: { ...REPLY_USAGE, cost: 0.003 },
    });
    expect(endpoint.requests[0]).toMatchObject({
      path: "/v1/chat/completions",
      authorization: "Bearer a-test-key",
      body: { model: "scripted-model", temperature: 0, response_format: { type: "json_schema" } },
    });
  });

  it("sends a schema with every key required and without references", async () => {
    const { endpoint, model } = await start(() => ({ content: RED }));

    await model.ask(aQuestion(), signal);

    const format = JSON.stringify(endpoint.requests[0]?.body.response_format);
    expect(format).toContain('"required":["colour","note"]');
    expect(format).toContain('"strict":true');
    expect(format).not.toMatch(/\$ref|oneOf|\$schema/);
  });

  it("has an answer on disk before it gives it, and never asks the same question twice", async () => {
    const { endpoint, model } = await start(() => ({ content: RED }));
    const first = model.ask(aQuestion(), signal).then(async () => storedFiles());

    const files = await first;
    const again = await model.ask(aQuestion(), signal);

    expect(files).toHaveLength(1);
    expect(again).toEqual({ kind: "answered", value: { colour: "red", note: null }, reused: true });
    expect(endpoint.requests).toHaveLength(1);
  });

  it("asks once when the same question comes twice at the same time", async () => {
    const { endpoint, model } = await start(() => ({ content: RED, delayMs: 20 }));

    const answers = await Promise.all([model.ask(aQuestion(), signal), model.ask(aQuestion(), signal)]);

    expect(answers.map(({ reused }) => reused)).toEqual([false, true]);
    expect(endpoint.requests).toHaveLength(1);
  });

  it.each([
    ["no JSON", { content: "red, I think" }, /not JSON/],
    ["another shape", { content: '{"colour":"green"}' }, /another shape: colour/],
    ["cut by length", { content: '{"colour":"r', finishReason: "length" }, /cut off/],
    ["empty", { content: "" }, /empty/],
  ])(
    "takes an answer that is %s as unreadable, counts its tokens and stores it",
    async (_name, reply, reason) => {
      const { endpoint, model } = await start(() => reply);

      const answer = await model.ask(aQuestion(), signal);
      const again = await model.ask(aQuestion(), signal);

      expect(answer).toMatchObject({ kind: "unreadable", usage: REPLY_USAGE, reused: false });
      expect(again).toMatchObject({
        kind: "unreadable",
        reason: expect.stringMatching(reason),
        reused: true,
      });
      expect(endpoint.requests).toHaveLength(1);
    },
  );

  it("stores a refusal", async () => {
    const { endpoint, model } = await start(() => ({ refusal: "I would rather not." }));

    await model.ask(aQuestion(), signal);

    expect(await model.ask(aQuestion(), signal)).toMatchObject({
      kind: "refused",
      reason: "I would rather not.",
      reused: true,
    });
    expect(endpoint.requests).toHaveLength(1);
  });

  it("waits as long as Retry-After asks, then asks again", async () => {
    const { endpoint, model } = await start((_, index) =>
      index === 0 ? { status: 429, headers: { "retry-after": "7" } } : { content: RED },
    );

    const answer = await model.ask(aQuestion(), signal);

    expect(answer.kind).toBe("answered");
    expect(waits).toEqual([7000]);
    expect(endpoint.requests).toHaveLength(2);
  });

  it("gives up on a server that keeps failing, and stores nothing of it", async () => {
    const { endpoint, model } = await start(() => ({ status: 503 }));

    const answer = await model.ask(aQuestion(), signal);

    expect(answer).toMatchObject({ kind: "unreachable", reason: expect.stringMatching(/503/) });
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(endpoint.requests).toHaveLength(4);
    expect(await storedFiles()).toEqual([]);
  });

  it("does not wait for an endpoint that wants an hour", async () => {
    const { model } = await start(() => ({ status: 429, headers: { "retry-after": "3600" } }));

    expect((await model.ask(aQuestion(), signal)).kind).toBe("unreachable");
    expect(waits).toEqual([]);
  });

  it("gives up on an answer that takes too long, without asking for it again", async () => {
    const { endpoint, model } = await start(() => ({ content: RED, delayMs: 20_000 }), { timeoutMs: 1_500 });

    expect(await model.ask(aQuestion(), signal)).toMatchObject({ kind: "unreachable", reused: false });
    expect(endpoint.requests).toHaveLength(1);
    expect(await storedFiles()).toEqual([]);
  });

  it("does not ask again with a wrong key, and says so", async () => {
    const { endpoint, model } = await start(() => ({ status: 401, content: "no such key" }));

    expect(await model.ask(aQuestion(), signal)).toMatchObject({
      kind: "unreachable",
      reason: expect.stringMatching(/401.*no such key/),
    });
    expect(endpoint.requests).toHaveLength(1);
  });

  it("puts the schema into the prompt when the endpoint has no structured output", async () => {
    const { endpoint, model } = await start(({ body }) =>
      body.response_format?.type === "json_schema"
        ? { status: 400, content: "response_format json_schema is not supported" }
        : { content: `\`\`\`json\n${RED}\n\`\`\`` },
    );

    const answer = await model.ask(aQuestion(), signal);
    await model.ask(aQuestion("and now?"), signal);

    expect(answer.kind).toBe("answered");
    expect(endpoint.requests.map(({ body }) => body.response_format?.type)).toEqual([
      "json_schema",
      "json_object",
      "json_object",
    ]);
    expect(endpoint.requests[1]?.body.messages[0]?.content).toContain('"required":["colour","note"]');
  });

  it("leaves the temperature out for a model that takes none", async () => {
    const { endpoint, model } = await start(({ body }) =>
      body.temperature === undefined
        ? { content: RED }
        : { status: 400, content: "Unsupported value: 'temperature'" },
    );

    expect((await model.ask(aQuestion(), signal)).kind).toBe("answered");
    expect(endpoint.requests).toHaveLength(2);
  });

  it("takes an over-long question as refused, once and for all", async () => {
    const { endpoint, model } = await start(() => ({ status: 400, content: "context length exceeded" }));

    await model.ask(aQuestion(), signal);

    expect(await model.ask(aQuestion(), signal)).toMatchObject({ kind: "refused", reused: true });
    expect(endpoint.requests).toHaveLength(1);
  });

  it("leaves the usage out when the server counts no tokens", async () => {
    const { model } = await start(() => ({ content: RED, hasUsage: false }));

    expect(await model.ask(aQuestion(), signal)).toEqual({
      kind: "answered",
      value: { colour: "red", note: null },
      reused: false,
    });
  });

  it("does not follow a redirect with its key", async () => {
    const elsewhere = await startScriptedEndpoint(() => ({ content: RED }));
    open.push(elsewhere);
    const { model } = await start(() => ({
      status: 307,
      headers: { location: `${elsewhere.baseUrl}/chat/completions` },
    }));

    expect((await model.ask(aQuestion(), signal)).kind).toBe("unreachable");
    expect(elsewhere.requests).toEqual([]);
  });

  it("stops at once when the signal aborts, and stores nothing", async () => {
    const { model } = await start(() => ({ content: RED, delayMs: 5_000 }));
    const controller = new AbortController();
    const asked = model.ask(aQuestion(), controller.signal);
    setTimeout(() => controller.abort(), 50);

    await expect(asked).rejects.toThrow(/abort/i);
    expect(await storedFiles()).toEqual([]);
  });

  it("keeps an answer that arrives in the moment in which its question is given up", async () => {
    const { endpoint, model } = await start(() => ({ content: RED }));
    const controller = new AbortController();
    const givingUp: typeof fetch = async (input, init) => {
      const { signal: _client, ...request } = init ?? {};
      const response = await fetch(input, request);
      const text = await response.text();
      controller.abort();
      return new Response(text, response);
    };
    const settings = { name: "scripted-model", baseUrl: endpoint.baseUrl, answersFolder: folder };
    const keeper = createAnswerKeeper(settings, {
      fetch: givingUp,
      sleep: async () => undefined,
      random: () => 0,
    });
    const interrupted = createLanguageModel(settings, keeper);

    await expect(interrupted.ask(aQuestion(), controller.signal)).rejects.toThrow(/abort/i);

    expect(await model.ask(aQuestion(), signal)).toMatchObject({ kind: "answered", reused: true });
    expect(endpoint.requests).toHaveLength(1);
  });

  it("asks again when a stored answer is damaged", async () => {
    const { endpoint, model } = await start(() => ({ content: RED }));
    await model.ask(aQuestion(), signal);
    const [file = ""] = await storedFiles();
    const whole = await readFile(join(folder, file), "utf8");
    await writeFile(join(folder, file), whole.slice(0, 20));

    expect(await model.ask(aQuestion(), signal)).toMatchObject({ kind: "answered", reused: false });
    expect(endpoint.requests).toHaveLength(2);
  });
});
