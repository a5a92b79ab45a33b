import type { FetchFailure } from "./fetch-outcome.ts";
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
  /** Requests that one call of the library may make: its listing follows whatever next page the answer names. */
  readonly maxRequests: number;
}

/** The polite fetcher in the form that the Hub library takes. The library's own headers are dropped: the fetcher sets them. */
export const createHubFetch = (options: HubFetchOptions, signal: AbortSignal): typeof fetch => {
  let requests = 0;
  return async (input) => {
    requests += 1;
    if (requests > options.maxRequests) {
      throw new HubRequestFailed({ kind: "unreachable", reason: "the Hub's list of pages does not end" });
    }
    const url = input instanceof Request ? input.url : String(input);
    const outcome = await options.politeFetch(
      { url, trust: "configured", accept: ["application/json"], ...options },
      signal,
    );
    if (outcome.kind !== "found") throw new HubRequestFailed(outcome);
    return new Response(Buffer.from(outcome.value.body), {
      headers: { "content-type": outcome.value.mediaType },
    });
  };
};
