import { ChatOpenAI } from "@langchain/openai";
import { linkSignal } from "../../agents/link-signal.ts";
import { isTransientStatus, toFailure } from "./endpoint-failure.ts";
import { createRecordingFetch } from "./recording-fetch.ts";
import type { ResponseRecord } from "./recording-fetch.ts";

export interface EndpointConfig {
  readonly name: string;
  /** `https://host/v1` */
  readonly baseUrl: string;
  /** Absent for endpoints that ask for none. */
  readonly apiKey?: string;
  /** Longest time that an answer may take, in milliseconds; by default five minutes, as local models are slow. */
  readonly timeoutMs?: number;
}

export interface EndpointDependencies {
  readonly fetch: typeof fetch;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

export interface EndpointQuestion {
  readonly system: string;
  readonly user: string;
  /** JSON Schema of the answer, in the subset that strict mode takes. */
  readonly jsonSchema: Readonly<Record<string, unknown>>;
  /** Told of the answer as soon as its last byte is here, also when the signal aborts in that moment: it is paid. */
  readonly onAnswer?: (answer: EndpointAnswer) => void;
}

/** `usage` is absent when the server counts none. */
export type EndpointAnswer = { readonly usage?: ResponseRecord["usage"] } & (
  | { readonly kind: "said"; readonly content: string; readonly finishReason?: string | undefined }
  | { readonly kind: "unreadable" | "refused"; readonly reason: string }
  | { readonly kind: "unreachable"; readonly reason: string }
);

export interface Endpoint {
  ask(question: EndpointQuestion, signal: AbortSignal): Promise<EndpointAnswer>;
}

const TIMEOUT_MS = 300_000;
/** More than an answer of 24 verdicts and 12 quotes takes, so that a model that runs on is stopped. */
const MAX_TOKENS = 8_000;
const MAX_TRIES = 4;
const FIRST_WAIT_MS = 1_000;
/** An endpoint that wants to be left alone for longer is unreachable for this trace. */
const MAX_WAIT_MS = 60_000;

/** What the endpoint turned out not to take; found out once, then left out. */
interface Habits {
  hasJsonSchema: boolean;
  hasTemperature: boolean;
}

/**
 * An OpenAI-compatible endpoint. A 429 or a failing server is asked again, as late as it wishes; what the model says is
 * never thrown: its words are `said`, an empty answer is `unreadable`, a refusal is `refused`.
 *
 * @throws AbortError once the signal aborts
 */
export const createEndpoint = (config: EndpointConfig, dependencies: EndpointDependencies): Endpoint => {
  const habits: Habits = { hasJsonSchema: true, hasTemperature: true };
  return {
    ask: async (question, signal) => {
      for (let tries = 1; ; tries += 1) {
        const answer = await askOnce({ config, dependencies, habits }, question, signal);
        if (answer.kind !== "again") return answer;
        const waitMs = answer.waitMs ?? FIRST_WAIT_MS * 2 ** (tries - 1) * (1 + dependencies.random());
        if (tries === MAX_TRIES || waitMs > MAX_WAIT_MS)
          return { kind: "unreachable", reason: answer.reason };
        await dependencies.sleep(waitMs, signal);
      }
    },
  };
};

interface AskContext {
  readonly config: EndpointConfig;
  readonly dependencies: EndpointDependencies;
  readonly habits: Habits;
}

type Try = EndpointAnswer | { readonly kind: "again"; readonly reason: string; readonly waitMs?: number };

const askOnce = async (
  context: AskContext,
  question: EndpointQuestion,
  signal: AbortSignal,
): Promise<Try> => {
  signal.throwIfAborted();
  const { fetch, record } = createRecordingFetch(
    new URL(context.config.baseUrl).origin,
    context.dependencies.fetch,
    (noted) => {
      const arrived = toAnswer(noted);
      if (arrived !== undefined) question.onAnswer?.(arrived);
    },
  );
  const { habits } = context;
  const before = { ...habits };
  const error = await invoke({ ...context, fetch }, question, signal);
  signal.throwIfAborted();
  const answer = toAnswer(record);
  if (answer !== undefined) return answer;
  const failure = toFailure(error, record);
  if (failure.lacks !== undefined && before[failure.lacks]) {
    habits[failure.lacks] = false;
    return { kind: "again", reason: failure.reason, waitMs: 0 };
  }
  if (failure.isFinal || !isTransientStatus(record.status))
    return { kind: failure.kind, reason: failure.reason, ...usageOf(record) };
  return {
    kind: "again",
    reason: failure.reason,
    ...(record.retryAfterMs !== undefined && { waitMs: record.retryAfterMs }),
  };
};

/** What the model itself said; undefined when it said nothing. */
const toAnswer = (record: ResponseRecord): EndpointAnswer | undefined => {
  if (record.refusal !== undefined)
    return { kind: "refused", reason: record.refusal.slice(0, 500), ...usageOf(record) };
  const { content, status, finishReason } = record;
  if (content === undefined || status !== 200) return undefined;
  return { kind: "said", content, ...(finishReason !== undefined && { finishReason }), ...usageOf(record) };
};

const usageOf = ({ usage }: ResponseRecord): Pick<ResponseRecord, "usage"> =>
  usage === undefined ? {} : { usage };

/**
 * Asks through the client and gives what it threw. The answer itself is read from the record, because the client throws
 * on answers that it cannot parse and keeps neither their text nor their tokens.
 */
const invoke = async (
  { config, habits, fetch }: AskContext & { readonly fetch: typeof globalThis.fetch },
  { system, user, jsonSchema }: EndpointQuestion,
  signal: AbortSignal,
): Promise<unknown> => {
  const model = new ChatOpenAI({
    model: config.name,
    apiKey: config.apiKey ?? "none",
    ...(habits.hasTemperature && { temperature: 0 }),
    maxTokens: MAX_TOKENS,
    maxRetries: 0,
    timeout: config.timeoutMs ?? TIMEOUT_MS,
    useResponsesApi: false,
    configuration: { baseURL: config.baseUrl, fetch },
  });
  const structured = habits.hasJsonSchema
    ? model.withStructuredOutput(jsonSchema, {
        name: "answer",
        method: "jsonSchema",
        strict: true,
        includeRaw: true,
      })
    : model.withStructuredOutput(jsonSchema, { name: "answer", method: "jsonMode", includeRaw: true });
  const described = habits.hasJsonSchema
    ? system
    : `${system}\n\nAnswer with one JSON object that fits this JSON Schema, and nothing else:\n${JSON.stringify(jsonSchema)}`;
  const linked = linkSignal(signal);
  try {
    await structured.invoke(
      [
        { role: "system", content: described },
        { role: "user", content: user },
      ],
      { signal: linked.signal },
    );
    return undefined;
  } catch (error) {
    return error;
  } finally {
    linked.unlink();
  }
};
