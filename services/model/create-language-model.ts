import { setTimeout as sleep } from "node:timers/promises";
import type { LanguageModelPort, ModelAnswer, ModelQuestion, TokenUsage } from "../../agents/ports.ts";
import { createAnswerStore } from "./answer-store.ts";
import type { AnswerKey, AnswerStore, StoredAnswer } from "./answer-store.ts";
import { createEndpoint } from "./openai.ts";
import type { Endpoint, EndpointAnswer, EndpointConfig, EndpointDependencies } from "./openai.ts";
import { createQueue } from "./queue.ts";

export interface LanguageModelOptions extends EndpointConfig {
  /** US dollars per million input and output tokens; absent when unknown. */
  readonly price?: { readonly input: number; readonly output: number };
  /** Folder of the stored answers. */
  readonly answersFolder: string;
  /** Questions under way at once, 1 or more; by default one for an endpoint on this machine, else four. */
  readonly parallel?: number;
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const PARALLEL = 4;

/**
 * The language model of an OpenAI-compatible endpoint. Every outcome but "unreachable" is on disk before it is given, so
 * no question is paid twice, whenever the process ends.
 */
export const createLanguageModel = (
  options: LanguageModelOptions,
  dependencies: Partial<EndpointDependencies> = {},
): LanguageModelPort => {
  const isLocal = LOOPBACK.test(new URL(options.baseUrl).hostname);
  const queue = createQueue(options.parallel ?? (isLocal ? 1 : PARALLEL));
  const store = createAnswerStore(options.answersFolder);
  const endpoint = createEndpoint(options, {
    fetch,
    random: Math.random,
    sleep: (ms, signal) => sleep(ms, undefined, { signal }),
    ...dependencies,
  });
  const underWay = new Map<string, Promise<unknown>>();
  return {
    name: options.name,
    ask: <Answer>(question: ModelQuestion<Answer>, signal: AbortSignal): Promise<ModelAnswer<Answer>> => {
      const key = { model: options.name, ...question };
      const id = JSON.stringify([question.user, question.system, question.document, question.promptVersion]);
      const before = underWay.get(id);
      const asked = (async () => {
        // The same question asked twice at once waits for the first, and then finds its answer in the store.
        await before?.catch(() => undefined);
        const stored = await findStored(store, key, question);
        if (stored !== undefined) return stored;
        return queue(
          () => askAndStore({ endpoint, store, key, price: options.price }, question, signal),
          signal,
        );
      })();
      underWay.set(id, asked);
      return asked.finally(() => {
        if (underWay.get(id) === asked) underWay.delete(id);
      });
    },
  };
};

/** A stored value that no longer fits the question's schema does not count. */
const findStored = async <Answer>(
  store: AnswerStore,
  key: AnswerKey,
  { schema }: ModelQuestion<Answer>,
): Promise<ModelAnswer<Answer> | undefined> => {
  const stored = await store.find(key);
  if (stored === undefined) return undefined;
  if (stored.kind !== "answered") return { kind: stored.kind, reason: stored.reason, reused: true };
  const parsed = schema.safeParse(stored.value);
  return parsed.success ? { kind: "answered", value: parsed.data, reused: true } : undefined;
};

interface Asking {
  readonly endpoint: Endpoint;
  readonly store: AnswerStore;
  readonly key: AnswerKey;
  readonly price: LanguageModelOptions["price"];
}

const askAndStore = async <Answer>(
  { endpoint, store, key, price }: Asking,
  question: ModelQuestion<Answer>,
  signal: AbortSignal,
): Promise<ModelAnswer<Answer>> => {
  let saving: Promise<void> | undefined;
  const onAnswer = (answer: EndpointAnswer<Answer>): void => {
    if (answer.kind !== "unreachable") saving = store.save(key, toStored(answer));
  };
  // An answer that arrived is kept although its question is no longer wanted, or the client fails over it.
  const answer = await endpoint.ask({ ...question, onAnswer }, signal).finally(() => saving);
  if (saving === undefined) onAnswer(answer);
  await saving;
  const { usage, ...rest } = answer;
  return { ...rest, reused: false, ...(usage !== undefined && { usage: withCost(usage, price) }) };
};

const toStored = <Answer>(answer: Exclude<EndpointAnswer<Answer>, { kind: "unreachable" }>): StoredAnswer =>
  JSON.parse(JSON.stringify(answer)) as StoredAnswer;

const MILLION = 1_000_000;

const withCost = (usage: TokenUsage, price: LanguageModelOptions["price"]): TokenUsage =>
  price === undefined
    ? usage
    : { ...usage, cost: (usage.inputTokens * price.input + usage.outputTokens * price.output) / MILLION };
