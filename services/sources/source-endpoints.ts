import { AppError } from "../../schema/errors.ts";

/** Base addresses as the operator configures them; absent ones are the public services. */
export interface SourceAddresses {
  readonly hubUrl?: string | undefined;
  readonly githubApiUrl?: string | undefined;
  readonly githubRawUrl?: string | undefined;
  /** Answers `/api/query`, `/html/<id>` and `/pdf/<id>`. */
  readonly arxivUrl?: string | undefined;
  /** Origin of a mirror that stands in for all of them and for every web page. */
  readonly mirror?: string | undefined;
}

/** Where each client asks. Bases have no slash at their end. */
export interface SourceEndpoints {
  readonly hub: string;
  readonly githubApi: string;
  readonly githubRaw: string;
  readonly arxivApi: string;
  /** For `/html/<id>` and `/pdf/<id>`. */
  readonly arxivPages: string;
  /** A page that a document names: its own address, or its place in the mirror. */
  readonly toPage: (url: URL) => string;
  /** Origins that the operator chose, which may be private; nothing else may. */
  readonly origins: ReadonlySet<string>;
  readonly isMirror: boolean;
}

const PUBLIC = {
  hub: "https://huggingface.co",
  githubApi: "https://api.github.com",
  githubRaw: "https://raw.githubusercontent.com",
  arxivApi: "https://export.arxiv.org",
  arxivPages: "https://arxiv.org",
} as const;

/** @throws AppError CONFIG_INVALID when an address is not http or https. */
export const createEndpoints = (addresses: SourceAddresses): SourceEndpoints =>
  addresses.mirror === undefined
    ? toServiceEndpoints(addresses)
    : toMirrorEndpoints(toBase("mirror", addresses.mirror));

const toServiceEndpoints = (addresses: SourceAddresses): SourceEndpoints => {
  const { hubUrl, githubApiUrl, githubRawUrl, arxivUrl } = addresses;
  const arxiv = arxivUrl === undefined ? undefined : toBase("arxivUrl", arxivUrl);
  const bases = {
    hub: hubUrl === undefined ? PUBLIC.hub : toBase("hubUrl", hubUrl),
    githubApi: githubApiUrl === undefined ? PUBLIC.githubApi : toBase("githubApiUrl", githubApiUrl),
    githubRaw: githubRawUrl === undefined ? PUBLIC.githubRaw : toBase("githubRawUrl", githubRawUrl),
    arxivApi: arxiv ?? PUBLIC.arxivApi,
    arxivPages: arxiv ?? PUBLIC.arxivPages,
  };
  const origins = new Set(Object.values(bases).map((base) => new URL(base).origin));
  return { ...bases, origins, toPage: (url) => url.href, isMirror: false };
};

/** The mirror answers the Hub's paths itself and everybody else's under the name of the host. */
const toMirrorEndpoints = (mirror: string): SourceEndpoints => ({
  hub: mirror,
  githubApi: `${mirror}/api.github.com`,
  githubRaw: `${mirror}/raw.githubusercontent.com`,
  arxivApi: `${mirror}/export.arxiv.org`,
  arxivPages: `${mirror}/arxiv.org`,
  toPage: (url) => `${mirror}/web/${url.host}${url.pathname}${url.search}`,
  origins: new Set([new URL(mirror).origin]),
  isMirror: true,
});

const toBase = (name: string, address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new AppError(`${name}: ${address} is not an http or https address`, { code: "CONFIG_INVALID" });
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
};
