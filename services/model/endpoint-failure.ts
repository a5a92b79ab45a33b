import type { ResponseRecord } from "./recording-fetch.ts";

export interface EndpointFailure {
  readonly kind: "refused" | "unreachable" | "unreadable";
  readonly reason: string;
  /** Asking again would only cost more: an answer that took too long was paid all the same. */
  readonly isFinal: boolean;
  /** What the endpoint does not take, when that is what it complains about. */
  readonly lacks?: "hasJsonSchema" | "hasTemperature";
}

/** A status that the same question may get past later; no status at all means that the line broke. */
export const isTransientStatus = (status: number | undefined): boolean =>
  status === undefined || status === 408 || status === 409 || status === 429 || status >= 500;

/** What a call that gave no answer text means for its question. */
export const toFailure = (error: unknown, { status }: ResponseRecord): EndpointFailure => {
  const message = (error instanceof Error ? error.message : String(error ?? "no answer")).slice(0, 500);
  const reason = status === undefined ? message : `status ${status}: ${message}`;
  const isFinal = status === undefined && /timed? ?out/i.test(message);
  if (status === 200) return { kind: "unreadable", reason: "the answer is empty", isFinal: true };
  // The request itself is what is wrong: asking the same again changes nothing.
  if (status === 400 || status === 413 || status === 422)
    return { kind: "refused", reason, isFinal: true, ...toLack(message) };
  return { kind: "unreachable", reason, isFinal, ...(status === 501 && toLack(message)) };
};

const toLack = (message: string): Pick<EndpointFailure, "lacks"> => {
  if (/temperature/i.test(message)) return { lacks: "hasTemperature" };
  return /response_format|json_schema|json schema|structured|\$ref|grammar/i.test(message)
    ? { lacks: "hasJsonSchema" }
    : {};
};
