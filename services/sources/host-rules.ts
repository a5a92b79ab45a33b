import type { HostRule } from "./host-gates.ts";

/** The Hub gives strangers 500 API calls and 3,000 files in 5 minutes, and a token 1,000 and 5,000. */
const HUB_API: HostRule = { intervalMs: 667, burst: 50, concurrency: 6 };
const HUB_API_WITH_TOKEN: HostRule = { intervalMs: 316, burst: 50, concurrency: 6 };
const HUB_FILES: HostRule = { intervalMs: 102, burst: 50, concurrency: 6 };
/** arXiv's terms: one request in 3 seconds over one connection, all of its hosts together. */
const ARXIV: HostRule = { intervalMs: 3000, burst: 1, concurrency: 1 };
/** GitHub counts by the hour and says in its headers when it is enough. */
const GITHUB: HostRule = { intervalMs: 250, burst: 20, concurrency: 4 };
/** Anybody else's server. */
const WEB: HostRule = { intervalMs: 1000, burst: 3, concurrency: 2 };
/** The machine itself: a mirror or a proxy that an operator runs. */
const LOOPBACK: HostRule = { intervalMs: 0, burst: 1, concurrency: 16 };

const LOOPBACK_HOSTS = new Set(["127.0.0.1", "[::1]", "localhost"]);

export interface HostRules {
  readonly hasHubToken: boolean;
  /** One machine stands in for all hosts: a pause that one page asks for holds for that page alone. */
  readonly isMirror: boolean;
}

/** Which gate a request goes through: the services' published limits, and a modest one for everybody else. */
export const createHostRules =
  ({ hasHubToken, isMirror }: HostRules) =>
  (url: URL): { readonly key: string; readonly rule: HostRule } => {
    const host = url.hostname;
    if (isMirror) return { key: url.href, rule: LOOPBACK };
    if (LOOPBACK_HOSTS.has(host)) return { key: url.host, rule: LOOPBACK };
    if (host === "huggingface.co") return toHubRule(url, hasHubToken);
    if (isAt(host, "arxiv.org")) return { key: "arxiv.org", rule: ARXIV };
    if (isAt(host, "github.com") || isAt(host, "githubusercontent.com")) return { key: host, rule: GITHUB };
    return { key: host, rule: WEB };
  };

const toHubRule = (url: URL, hasToken: boolean): { readonly key: string; readonly rule: HostRule } =>
  url.pathname.startsWith("/api/") && !url.pathname.startsWith("/api/resolve-cache/")
    ? { key: "huggingface.co/api", rule: hasToken ? HUB_API_WITH_TOKEN : HUB_API }
    : { key: "huggingface.co", rule: HUB_FILES };

const isAt = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
