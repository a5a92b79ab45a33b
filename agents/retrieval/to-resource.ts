import type { Resource } from "../ports.ts";

/**
 * The resource that an address leads to, or undefined when it can describe no dataset: the Hub's own pages, images,
 * badges, social sites, mail. What a document names is never trusted; the resource port checks the address again.
 */
export const toResource = (address: string): Resource | undefined => {
  const arxivId = toArxivId(address);
  if (arxivId !== undefined) return { kind: "paper", arxivId };
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) return undefined;
  if (url.username !== "" || url.password !== "" || url.href.length > MAX_ADDRESS) return undefined;
  const host = url.hostname.replace(/^www\./, "");
  // "https://https//..." is a slip of the pen, not a host.
  if (host === "http" || host === "https") return undefined;
  if (host === "github.com") return toGithub(url);
  if (EXCLUDED_HOSTS.has(host) || EXCLUDED_SUFFIXES.some((suffix) => host.endsWith(suffix))) return undefined;
  return EXCLUDED_FILES.test(url.pathname) ? undefined : { kind: "blog", url: withoutHash(url) };
};

/** Two addresses of the same resource have the same key. */
export const resourceKey = (resource: Resource): string => {
  switch (resource.kind) {
    case "paper":
      return `paper ${resource.arxivId}`;
    case "paper-title":
      return `title ${resource.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")}`;
    case "github":
    case "blog":
      return `${resource.kind} ${resource.url.toLowerCase().replace(/\/+$/, "")}`;
  }
};

const MAX_ADDRESS = 2000;

/**
 * The arXiv id in an address (abstract, PDF, HTML, alphaXiv, the Hub's paper pages, a DOI) or after `arXiv:`, without its
 * version.
 */
export const toArxivId = (text: string): string | undefined => {
  const found =
    ARXIV_ADDRESS.exec(text) ?? ARXIV_OLD.exec(text) ?? HUB_PAPER.exec(text) ?? ARXIV_LABEL.exec(text);
  return found?.[1];
};

const NEW_ID = String.raw`(\d{4}\.\d{4,5})(?!\d)`;
const ARXIV_ADDRESS = new RegExp(
  String.raw`^https?:\/\/(?:www\.|export\.|browse\.)?(?:arxiv\.org|alphaxiv\.org|ar5iv\.org|ar5iv\.labs\.arxiv\.org)\/(?:abs|pdf|html|format|overview|src)\/(?:arxiv:)?${NEW_ID}`,
  "i",
);
const ARXIV_OLD = /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf)\/([a-z-]+(?:\.[A-Z]{2})?\/\d{7})/i;
const HUB_PAPER = new RegExp(
  String.raw`^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/papers\/${NEW_ID}`,
  "i",
);
const ARXIV_LABEL = new RegExp(String.raw`(?:^|\b)(?:arxiv[:.\s]\s*|10\.48550\/arxiv\.)${NEW_ID}`, "i");

const toGithub = (url: URL): Resource | undefined => {
  const [owner, name, page] = url.pathname.split("/").filter((part) => part !== "");
  if (owner === undefined || name === undefined || GITHUB_SITE_PAGES.has(owner)) return undefined;
  if (TOOL_REPOSITORIES.has(`${owner}/${name}`.toLowerCase())) return undefined;
  if (page !== undefined && !GITHUB_TEXT_PAGES.has(page)) return undefined;
  return { kind: "github", url: withoutHash(url).replace(/\.git$/, "") };
};

const GITHUB_SITE_PAGES = new Set(["sponsors", "orgs", "topics", "features", "apps", "marketplace", "login"]);
/** Repositories that cards link to for a tool or by a template. */
const TOOL_REPOSITORIES = new Set([
  "huggingface/datasets",
  "huggingface/transformers",
  "huggingface/huggingface_hub",
]);
const GITHUB_TEXT_PAGES = new Set(["tree", "blob"]);

const withoutHash = (url: URL): string => {
  const clean = new URL(url);
  clean.hash = "";
  return clean.href;
};

const EXCLUDED_FILES = /\.(?:png|jpe?g|gif|svg|webp|ico|mp4|zip|gz|tar|tgz|jsonl?|csv|tsv|parquet|ipynb)$/i;
const EXCLUDED_SUFFIXES = [".hf.space", ".shields.io", ".googleusercontent.com", ".wikipedia.org"];
const EXCLUDED_HOSTS = new Set([
  "huggingface.co",
  "hf.co",
  "cdn-uploads.huggingface.co",
  "cdn-avatars.huggingface.co",
  "img.shields.io",
  "badge.fury.io",
  "colab.research.google.com",
  "creativecommons.org",
  "opensource.org",
  "apache.org",
  "opendatacommons.org",
  "choosealicense.com",
  "gnu.org",
  "doi.org",
  "discord.gg",
  "discord.com",
  "twitter.com",
  "x.com",
  "linkedin.com",
  "youtube.com",
  "youtu.be",
  "facebook.com",
  "t.me",
  "reddit.com",
  "wikipedia.org",
  "kaggle.com",
  "wandb.ai",
  "docs.google.com",
  "drive.google.com",
  "raw.githubusercontent.com",
  "scholar.google.com",
  "orcid.org",
  "paperswithcode.com",
]);
