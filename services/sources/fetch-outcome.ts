import type { Lookup } from "../../agents/ports.ts";

/** A page as it was read, after redirects. */
export interface FetchedPage {
  /** Where it was found in the end. */
  readonly url: string;
  readonly body: Uint8Array;
  /** Media type in lower case without parameters; empty when the server named none. */
  readonly mediaType: string;
  /** The charset that the server named. */
  readonly charset?: string;
  /** Entity tag as the server wrote it. */
  readonly etag?: string;
  /** When it was read from the network, ISO 8601. */
  readonly retrievedAt: string;
}

/** Why there is no page; a Lookup without a value, plus what the server said. */
export interface FetchFailure {
  readonly kind: Exclude<Lookup<never>["kind"], "found">;
  readonly reason: string;
  readonly status?: number;
  /** The Hub's `X-Error-Code`. */
  readonly errorCode?: string;
}

export type FetchOutcome = { readonly kind: "found"; readonly value: FetchedPage } | FetchFailure;

const TRANSIENT_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);

export const isTransientStatus = (status: number): boolean => TRANSIENT_STATUSES.has(status);

/** Turns a final answer that is not 2xx into its outcome. `host` is named in the reason. */
export const toFailure = (status: number, headers: Headers, host: string): FetchFailure => {
  const errorCode = headers.get("x-error-code") ?? undefined;
  const kind = toFailureKind(status, headers, errorCode);
  const detail = headers.get("x-error-message") ?? errorCode;
  const reason = `${host} answered ${status}${detail === null || detail === undefined ? "" : `: ${detail}`}`;
  return { kind, reason, status, ...(errorCode === undefined ? {} : { errorCode }) };
};

const NOT_FOUND_CODES = new Set(["RepoNotFound", "EntryNotFound", "RevisionNotFound"]);

const toFailureKind = (status: number, headers: Headers, errorCode?: string): FetchFailure["kind"] => {
  if (errorCode !== undefined && NOT_FOUND_CODES.has(errorCode) && status < 500) return "not-found";
  if (status === 404 || status === 410) return "not-found";
  if (status === 429 || (status === 403 && isRateLimited(headers))) return "rate-limited";
  if (status === 401 || status === 403 || status === 451) return "gated";
  return "unreachable";
};

/** GitHub answers 403 when the budget of requests is used up. */
const isRateLimited = (headers: Headers): boolean =>
  headers.get("x-ratelimit-remaining") === "0" || headers.has("retry-after");
