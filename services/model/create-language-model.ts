import { z } from "zod";
import type { LanguageModelPort, ModelAnswer, ModelQuestion, TokenUsage } from "../../agents/ports.ts";
import type { AnswerKeeper, KeptAnswer } from "./answer-keeper.ts";
import { createAnswerStore } from "./answer-store.ts";
import { createQueue } from "./queue.ts";
import { readAnswer } from "./read-answer.ts";

export interface LanguageModelOptions {
  readonly name: string;
  /** `https://host/v1` */
  readonly baseUrl: string;
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
 * The language model of an OpenAI-compatible endpoint. Every outcome but "unreachable" is on disk before it is given, as
 * the model's own words: they are read anew by the question's schema each time, and no question is paid twice.
 */
export const createLanguageModel = (
  options: LanguageModelOptions,
  keeper: AnswerKeeper,
): LanguageModelPort => {
  const isLocal = LOOPBACK.test(new URL(options.baseUrl).hostname);
  const queue = createQueue(options.parallel ?? (isLocal ? 1 : PARALLEL));
  const store = createAnswerStore(options.answersFolder);
  const underWay = new Map<string, Promise<unknown>>();
  return {
    name: options.name,
    ask: <Answer>(
      { schema, ...question }: ModelQuestion<Answer>,
      signal: AbortSignal,
    ): Promise<ModelAnswer<Answer>> => {
      const key = { model: options.name, ...question };
      const id = JSON.stringify([question.user, question.system, question.document, question.promptVersion]);
      const before = underWay.get(id);
      const asked = (async () => {
        // The same question asked twice at once waits for the first, and then finds its answer in the store.
        await before?.catch(() => undefined);
        const stored = await store.find(key);
        const answer: KeptAnswer =
          stored === undefined
            ? await queue(() => keeper.keep({ ...key, jsonSchema: toJsonSchema(schema) }, signal), signal)
            : { ...stored, reused: true };
        return toModelAnswer(answer, schema, options.price);
      })();
      underWay.set(id, asked);
      return asked.finally(() => {
        if (underWay.get(id) === asked) underWay.delete(id);
      });
    },
  };
};

/** What was paid by somebody before counts nothing. */
const toModelAnswer = <Answer>(
  { usage, reused, ...answer }: KeptAnswer,
  schema: z.ZodType<Answer>,
  price: LanguageModelOptions["price"],
): ModelAnswer<Answer> => ({
  ...(answer.kind === "said" ? readAnswer(answer, schema) : answer),
  reused,
  ...(usage !== undefined && !reused && { usage: withCost(usage, price) }),
});

/** The schema as it goes over the wire: every part inline, every key required, nothing that strict mode refuses. */
const toJsonSchema = (schema: z.ZodType): Record<string, unknown> => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: "draft-7", reused: "inline" });
  return rest;
};

const MILLION = 1_000_000;

const withCost = (usage: TokenUsage, price: LanguageModelOptions["price"]): TokenUsage =>
  price === undefined
    ? usage
    : { ...usage, cost: (usage.inputTokens * price.input + usage.outputTokens * price.output) / MILLION };
