import { z } from "zod";
import type { TokenUsage } from "../../agents/ports.ts";
import { AppError } from "../../schema/errors.ts";

/** What the endpoint's last response held, whatever the client library made of it. */
export interface ResponseRecord {
  status?: number;
  /** Milliseconds that the endpoint asks to wait before the next try. */
  retryAfterMs?: number;
  /** Absent when the server does not count: unknown, not nothing. */
  usage?: Pick<TokenUsage, "inputTokens" | "outputTokens">;
  content?: string;
  refusal?: string;
  finishReason?: string;
}

export interface RecordingFetch {
  readonly fetch: typeof fetch;
  readonly record: ResponseRecord;
}

const Completion = z.object({
  usage: z
    .object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0) })
    .nullish()
    .catch(undefined),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .catch([]),
});

/**
 * A fetch that goes to the endpoint's own origin only and notes what came back. The client throws an unreadable
 * answer away together with its token counts, and they were paid all the same. `onNoted` is called before the client sees
 * the response.
 */
export const createRecordingFetch = (
  origin: string,
  base: typeof fetch,
  onNoted: (record: ResponseRecord) => void = () => undefined,
): RecordingFetch => {
  const record: ResponseRecord = {};
  return {
    record,
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.origin !== origin) {
        throw new AppError(`the language model's client wanted to reach ${url.origin}, not ${origin}`, {
          code: "ADDRESS_REFUSED",
          context: { origin: url.origin },
        });
      }
      const response = await base(input, { ...init, redirect: "error" });
      await note(record, response.clone());
      onNoted(record);
      return response;
    },
  };
};

const note = async (record: ResponseRecord, response: Response): Promise<void> => {
  record.status = response.status;
  const retryAfterMs = toRetryAfterMs(response.headers);
  if (retryAfterMs !== undefined) record.retryAfterMs = retryAfterMs;
  const parsed = Completion.safeParse(toJson(await response.text()));
  if (!parsed.success) return;
  const { usage, choices } = parsed.data;
  const [choice] = choices;
  if (usage) record.usage = { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
  if (choice?.message.content) record.content = choice.message.content;
  if (choice?.message.refusal) record.refusal = choice.message.refusal;
  if (choice?.finish_reason) record.finishReason = choice.finish_reason;
};

const toJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The client reports the body that is no JSON; here there is nothing to note of it.
    return undefined;
  }
};

/** Retry-After in seconds or as a date, or OpenAI's own header in milliseconds. */
const toRetryAfterMs = (headers: Headers): number | undefined => {
  const exact = Number(headers.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  const seconds = Number(value);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
};
