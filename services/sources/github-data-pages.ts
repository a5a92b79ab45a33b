import { type GithubLocation, parseGithubUrl } from "./github-location.ts";

const MAX_DATA_PAGES = 3;
const MARKDOWN_LINK = /\]\(\s*<?([^)\s>]{1,500})/g;
const HTML_LINK = /\bhref=["']([^"']{1,500})["']/gi;
/** A word of a path that says "this is about the data": not database, not metadata. */
const DATA_WORD = /(?:^|[^a-z])(?:datasets?|data|datacards?|datasheets?|corpus|corpora)(?:[^a-z]|$)/i;
const PAGE = /\.(?:md|markdown)$/i;
/** What is neither a page nor a folder. */
const OTHER_FILE = /\.[a-z0-9]{1,8}$|licen[cs]e|notice|copying/i;

/**
 * Pages of the same repository that a README links to and whose names say that they are about the data, in order, at most
 * three. A folder stands for its README.
 */
export const findDataPages = (readme: GithubLocation, text: string): readonly GithubLocation[] => {
  const pages = new Map<string, GithubLocation>();
  for (const target of readLinks(text)) {
    const page = resolveLink(readme, target);
    if (page === undefined || !isDataPage(page) || isSamePlace(page, readme)) continue;
    pages.set(page.path.join("/"), page);
    if (pages.size === MAX_DATA_PAGES) break;
  }
  return [...pages.values()];
};

const readLinks = (text: string): readonly string[] =>
  [...text.matchAll(MARKDOWN_LINK), ...text.matchAll(HTML_LINK)]
    .sort((a, b) => a.index - b.index)
    .map((match) => match[1] ?? "");

/** A path that starts with a slash counts from the repository's root, as GitHub shows it. */
const resolveLink = (readme: GithubLocation, target: string): GithubLocation | undefined => {
  const { owner, repository, branch, path } = readme;
  if (target.startsWith("#") || target.startsWith("//")) return undefined;
  const root = `https://github.com/${owner}/${repository}/blob/${encodeURIComponent(branch ?? "HEAD")}/`;
  const base = target.startsWith("/") ? root : root + path.map(encodeURIComponent).join("/");
  const link = target.replace(/^\/+/, "");
  if (!URL.canParse(link, base)) return undefined;
  const found = parseGithubUrl(new URL(link, base).href);
  const isHere =
    found?.owner.toLowerCase() === owner.toLowerCase() &&
    found.repository.toLowerCase() === repository.toLowerCase();
  return isHere ? found : undefined;
};

const isDataPage = ({ path }: GithubLocation): boolean => {
  const name = path.at(-1) ?? "";
  return DATA_WORD.test(path.join("/")) && (PAGE.test(name) || !OTHER_FILE.test(name));
};

const isSamePlace = (page: GithubLocation, readme: GithubLocation): boolean =>
  toFolder(page).join("/") === toFolder(readme).join("/") &&
  (page.path.length === 0 || !PAGE.test(page.path.at(-1) ?? "") || page.path.at(-1) === readme.path.at(-1));

const toFolder = ({ path }: GithubLocation): readonly string[] =>
  PAGE.test(path.at(-1) ?? "") ? path.slice(0, -1) : path;
