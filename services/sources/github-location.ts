/** A place in a GitHub repository. */
export interface GithubLocation {
  readonly owner: string;
  readonly repository: string;
  /** Absent: the default branch. */
  readonly branch?: string;
  /** Path inside the repository; empty for its root. */
  readonly path: readonly string[];
}

const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;
const REPOSITORY = /^[\w.-]{1,100}$/;
const HOSTS = new Set(["github.com", "www.github.com"]);
const RAW_HOSTS = new Set(["raw.githubusercontent.com", "raw.github.com"]);
/** First path segments of github.com that are not owners. */
const SITE_PAGES = new Set(
  "about apps collections customer-stories enterprise events explore features issues login marketplace notifications orgs pricing pulls search security settings site sponsors stars team topics trending".split(
    " ",
  ),
);
/** What may stand between the repository and a branch. Other pages (issues, wiki) say nothing of a folder. */
const TREE_VERBS = new Set(["tree", "blob", "raw", "edit", "blame", "blob-raw"]);

/**
 * Reads any form of a GitHub address: repository, branch, sub-folder, file, raw file, git remote. Undefined when it names
 * no repository.
 *
 * @example parseGithubUrl("https://github.com/owner/name/tree/dev/data") // { owner, repository: "name", branch: "dev", path: ["data"] }
 */
export const parseGithubUrl = (link: string): GithubLocation | undefined => {
  const address = link
    .trim()
    .replace(/^git@github\.com:/, "https://github.com/")
    .replace(/^git\+/, "");
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^(?:https?|ssh|git):$/.test(url.protocol)) return undefined;
  const [owner = "", name = "", ...rest] = toSegments(url.pathname);
  const repository = name.replace(/\.git$/, "");
  if (!OWNER.test(owner) || !REPOSITORY.test(repository) || /^\.+$/.test(repository)) return undefined;
  if (RAW_HOSTS.has(url.hostname)) return { owner, repository, ...toPlace(rest) };
  if (!HOSTS.has(url.hostname) || SITE_PAGES.has(owner.toLowerCase())) return undefined;
  const [verb = "", ...place] = rest;
  return { owner, repository, ...(TREE_VERBS.has(verb) ? toPlace(place) : { path: [] }) };
};

/** `refs/heads/<branch>` is the long form of a branch. */
const toPlace = (segments: readonly string[]): Pick<GithubLocation, "branch" | "path"> => {
  const isReference = segments[0] === "refs" && (segments[1] === "heads" || segments[1] === "tags");
  const [branch, ...path] = isReference ? segments.slice(2) : segments;
  return branch === undefined || branch === "HEAD" ? { path } : { branch, path };
};

const toSegments = (pathname: string): readonly string[] =>
  pathname
    .split("/")
    .map(decodeSegment)
    .filter((segment) => segment !== "" && segment !== "." && segment !== "..");

const decodeSegment = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
