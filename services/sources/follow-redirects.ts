import { checkUrl } from "./address-guard.ts";
import type { FetchFailure } from "./fetch-outcome.ts";
import type { Hop, Hops } from "./http-hop.ts";
import type { PageRequest } from "./page-request.ts";

/** The last answer of a chain of redirects, or why the chain was left. */
export type ChainOutcome = Exclude<Hop, { kind: "redirect" }>;

export interface ChainDeps {
  readonly hops: Hops;
  /** Origins that the operator configured. */
  readonly origins: ReadonlySet<string>;
  /** Ask nothing but configured origins: a mirror stands in for the whole world. */
  readonly confined: boolean;
  /** Bearer tokens by the origin to which they belong. */
  readonly tokens: ReadonlyMap<string, string>;
}

export interface ChainRequest extends PageRequest {
  /** Entity tag of the stored copy. */
  readonly etag?: string;
}

const MAX_REDIRECTS = 5;

/** Asks for a page and follows at most five redirects; every address on the way is judged like the first. */
export const followRedirects = async (
  deps: ChainDeps,
  request: ChainRequest,
  signal: AbortSignal,
): Promise<ChainOutcome> => {
  const visited = new Set<string>();
  let link = request.url;
  while (visited.size <= MAX_REDIRECTS) {
    const admission = admit(deps, request, link);
    if (admission.kind !== "admitted") return final(admission);
    if (visited.has(admission.url.href)) {
      return final({ kind: "unreachable", reason: `redirect loop at ${admission.url.href}` });
    }
    visited.add(admission.url.href);
    const hop = await deps.hops({ ...admission, request }, signal);
    if (hop.kind !== "redirect") return hop;
    link = hop.location;
  }
  return final({ kind: "unreachable", reason: `more than ${MAX_REDIRECTS} redirects from ${request.url}` });
};

const final = (failure: FetchFailure): ChainOutcome => ({ kind: "failed", failure, transient: false });

interface Admission {
  readonly kind: "admitted";
  readonly url: URL;
  /** Whether the address itself is the operator's choice, so that it may be private. */
  readonly isConfigured: boolean;
  readonly token?: string;
}

/** A token goes to the origin that was asked first, if it belongs there, and never along a redirect elsewhere. */
const admit = (deps: ChainDeps, request: ChainRequest, link: string): Admission | FetchFailure => {
  const origin = URL.canParse(link) ? new URL(link).origin : undefined;
  if (request.trust === "configured" && origin !== undefined && deps.origins.has(origin)) {
    const token = origin === new URL(request.url).origin ? deps.tokens.get(origin) : undefined;
    return {
      kind: "admitted",
      url: withoutFragment(new URL(link)),
      isConfigured: true,
      ...(token === undefined ? {} : { token }),
    };
  }
  const verdict = checkUrl(link);
  if (!verdict.allowed) return { kind: "refused", reason: verdict.reason };
  if (deps.confined) return { kind: "refused", reason: `${verdict.url.host} is outside the mirror` };
  return { kind: "admitted", url: withoutFragment(verdict.url), isConfigured: false };
};

const withoutFragment = (url: URL): URL => {
  url.hash = "";
  return url;
};
