import type { z } from "zod";
import { decodeText } from "./decode-text.ts";
import type { FetchedPage, FetchFailure } from "./fetch-outcome.ts";
import type { PoliteFetch } from "./polite-fetch.ts";

/** Carries the outcome of a request that failed through the Hub library, which would keep only its status. */
export class HubRequestFailed extends Error {
  override readonly name = "HubRequestFailed";
  readonly failure: FetchFailure;

  constructor(failure: FetchFailure) {
    super(failure.reason);
    this.failure = failure;
  }
}

export interface HubFetchOptions {
  readonly politeFetch: PoliteFetch;
  /** A stored answer is used for so long, in milliseconds. */
  readonly maxAgeMs: number;
  readonly maxBytes: number;
  /** The library trusts the answer's shape, so it is checked before. */
  readonly shape: z.ZodType;
}

/**
 * The polite fetcher in the form that the Hub library takes. The library's own headers are dropped, since the fetcher sets
 * them, and so is the answer's list of further pages.
 */
export const createHubFetch =
  ({ politeFetch, maxAgeMs, maxBytes, shape }: HubFetchOptions, signal: AbortSignal): typeof fetch =>
  async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    const outcome = await politeFetch(
      { url, trust: "configured", accept: ["application/json"], maxAgeMs, maxBytes, isSound: has(shape) },
      signal,
    );
    if (outcome.kind !== "found") throw new HubRequestFailed(outcome);
    const text = decodeText(outcome.value);
    return new Response(text, { headers: { "content-type": "application/json" } });
  };

const has =
  (shape: z.ZodType) =>
  (page: FetchedPage): boolean =>
    shape.safeParse(parseJson(decodeText(page))).success;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
