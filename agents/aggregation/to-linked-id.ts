import { DatasetId } from "../../schema/ids.ts";

/**
 * The typed id of the place that an author's own link names, or undefined when the link names no dataset: a model, a
 * profile, a paper (a paper introduces a dataset, it is none), or nothing that can be parsed.
 *
 * @example toLinkedId("https://github.com/acme/rivers/tree/main/data") // "github:acme/rivers"
 */
export const toLinkedId = (link: string): DatasetId | undefined => {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) return undefined;
  const host = url.hostname.replace(/^www\./, "");
  const path = url.pathname.split("/").filter((part) => part !== "");
  const id = (REGISTRIES_BY_HOST[host] ?? toWebsite)(path, host);
  const parsed = DatasetId.safeParse(id);
  return parsed.success ? parsed.data : undefined;
};

type ToId = (path: readonly string[], host: string) => string | undefined;

const pair = (path: readonly string[]): string | undefined =>
  path[0] === undefined || path[1] === undefined ? undefined : `${path[0]}/${path[1]}`;

const hub: ToId = (path) => {
  if (path[0] !== "datasets" || path[1] === undefined || HUB_PAGES.has(path[1])) return undefined;
  return path[2] === undefined || HUB_PAGES.has(path[2]) ? path[1] : `${path[1]}/${path[2]}`;
};

const github: ToId = (path) => {
  const repository = pair(path);
  return repository === undefined ? undefined : `github:${repository.replace(/\.git$/, "").toLowerCase()}`;
};

const kaggle: ToId = (path) => {
  const isCompetition = path[0] === "competitions" || path[0] === "c";
  const name = isCompetition ? path[1] : pair(path[0] === "datasets" ? path.slice(1) : path);
  return name === undefined ? undefined : `kaggle:${name.toLowerCase()}`;
};

const none: ToId = () => undefined;

/** The host and its path: a site's front page and one of its collections are different sources. */
const toWebsite: ToId = (path, host) => `website:${[host, ...path].join("/")}`.slice(0, MAX_WEBSITE_ID);

const MAX_WEBSITE_ID = 200;

/** Pages below a dataset's own page; a legacy id has no owner, so its second part is one of these. */
const HUB_PAGES: ReadonlySet<string> = new Set([
  "tree",
  "blob",
  "resolve",
  "raw",
  "viewer",
  "discussions",
  "commits",
]);

const REGISTRIES_BY_HOST: Readonly<Record<string, ToId>> = {
  "huggingface.co": hub,
  "hf.co": hub,
  "github.com": github,
  "raw.githubusercontent.com": github,
  "kaggle.com": kaggle,
  "arxiv.org": none,
  "export.arxiv.org": none,
  "doi.org": none,
  "aclanthology.org": none,
  "openreview.net": none,
  "semanticscholar.org": none,
  "papers.nips.cc": none,
  "proceedings.neurips.cc": none,
  "twitter.com": none,
  "x.com": none,
  "discord.gg": none,
  "youtube.com": none,
  "linkedin.com": none,
  "medium.com": none,
  "paperswithcode.com": none,
  "creativecommons.org": none,
  "opensource.org": none,
  "apache.org": none,
  "huggingface.com": none,
};
