import { fetch, type Dispatcher } from "undici";
import { type FetchedPage, type FetchFailure, isTransientStatus, toFailure } from "./fetch-outcome.ts";
import type { HostGates } from "./host-gates.ts";
import { toNetworkFailure } from "./network-failure.ts";
import { isAccepted, type PageRequest } from "./page-request.ts";
import { readRateAdvice } from "./rate-limit-headers.ts";
import { readBody } from "./read-body.ts";
import type { SourceClock } from "./source-clock.ts";
import { withDeadline } from "./with-deadline.ts";

/** One request and its answer. */
export type Hop =
  | { readonly kind: "page"; readonly page: FetchedPage }
  | { readonly kind: "not-modified" }
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "failed"; readonly failure: FetchFailure; readonly transient: boolean };

export interface HopRequest {
  readonly url: URL;
  readonly isConfigured: boolean;
  readonly token?: string;
  readonly request: PageRequest & { readonly etag?: string };
}

export type Hops = (hop: HopRequest, signal: AbortSignal) => Promise<Hop>;

export interface HopDeps {
  readonly gates: HostGates;
  readonly clock: SourceClock;
  /** For addresses that the operator configured. */
  readonly plain: Dispatcher;
  /** For all others: checks every address it connects to. */
  readonly safe: Dispatcher;
  /** Told of every request that goes out. */
  readonly onRequest: (url: URL) => void;
  /** Told of every answer that is what was asked for. */
  readonly onSuccess: (url: URL) => void;
  /** Time from the request to the last byte, in milliseconds. */
  readonly timeoutMs: number;
}

const USER_AGENT = "stemma/0.1 (traces the lineage of datasets)";

/** Sends one request when its host's turn has come, and reads the answer whole. */
export const createHops =
  (deps: HopDeps): Hops =>
  async (hop, signal) => {
    const turn = await deps.gates.enter(hop.url, signal);
    if (turn.kind === "paused") return paused(hop.url, turn.untilMs);
    deps.onRequest(hop.url);
    try {
      const answer = await withDeadline(deps.timeoutMs, signal, (deadline) => exchange(deps, hop, deadline));
      if (answer.kind !== "failed") deps.onSuccess(hop.url);
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      const { transient, ...failure } = toNetworkFailure(error, hop.url.host);
      return { kind: "failed", failure, transient };
    } finally {
      turn.leave();
    }
  };

const paused = (url: URL, untilMs: number): Hop => ({
  kind: "failed",
  failure: {
    kind: "rate-limited",
    reason: `${url.host} asked for quiet until ${new Date(untilMs).toISOString()}`,
  },
  transient: false,
});

type HttpResponse = Awaited<ReturnType<typeof fetch>>;

const exchange = async (deps: HopDeps, hop: HopRequest, signal: AbortSignal): Promise<Hop> => {
  const response = await fetch(hop.url, {
    headers: toHeaders(hop),
    redirect: "manual",
    dispatcher: hop.isConfigured ? deps.plain : deps.safe,
    signal,
  });
  const headers = new Headers([...response.headers]);
  const advice = readRateAdvice(headers, deps.clock.now().getTime());
  if (advice.pauseUntilMs !== undefined) deps.gates.pause(hop.url, advice.pauseUntilMs);
  if (response.ok) return readPage(deps, hop, response);
  await response.body?.cancel();
  if (response.status === 304 && hop.request.etag !== undefined) return { kind: "not-modified" };
  const location = headers.get("location");
  if (isRedirect(response.status) && location !== null) return toRedirect(location, hop.url);
  const failure = toFailure(response.status, headers, hop.url.host);
  return { kind: "failed", failure, transient: isTransientStatus(response.status) };
};

const toHeaders = ({ request, token }: HopRequest): Record<string, string> => ({
  accept: [...request.accept, "*/*;q=0.1"].join(", "),
  "user-agent": USER_AGENT,
  ...(request.etag === undefined ? {} : { "if-none-match": request.etag }),
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

const toRedirect = (location: string, base: URL): Hop =>
  URL.canParse(location, base.href)
    ? { kind: "redirect", location: new URL(location, base).href }
    : failed({ kind: "unreachable", reason: `${base.host} redirects to what is no address` });

const readPage = async (deps: HopDeps, hop: HopRequest, response: HttpResponse): Promise<Hop> => {
  const { mediaType, charset } = parseContentType(response.headers.get("content-type") ?? "");
  if (!isAccepted(mediaType, hop.request.accept)) {
    await response.body?.cancel();
    return failed({
      kind: "unreachable",
      reason: `${hop.url.host} answered ${mediaType}, expected ${hop.request.accept.join(" or ")}`,
    });
  }
  const body = await readBody(response, hop.request.maxBytes);
  if (body.kind === "too-large") {
    const reason = `TOO_LARGE: ${hop.url.href} is larger than ${body.maxBytes} bytes`;
    return failed({ kind: "refused", reason });
  }
  const etag = response.headers.get("etag");
  return {
    kind: "page",
    page: {
      url: hop.url.href,
      body: body.bytes,
      mediaType,
      retrievedAt: deps.clock.now().toISOString(),
      ...(charset === undefined ? {} : { charset }),
      ...(etag === null ? {} : { etag }),
    },
  };
};

const failed = (failure: FetchFailure): Hop => ({ kind: "failed", failure, transient: false });

const parseContentType = (header: string): { readonly mediaType: string; readonly charset?: string } => {
  const charset = /;\s*charset="?([\w-]+)/i.exec(header)?.[1];
  const mediaType = (header.split(";")[0] ?? "").trim().toLowerCase();
  return charset === undefined ? { mediaType } : { mediaType, charset };
};
