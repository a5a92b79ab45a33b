import { z } from "zod";
import type { ReadResource, UnreadPart } from "../../agents/ports.ts";
import type { FrozenDocument } from "../../schema/document.ts";
import { decodeText } from "./decode-text.ts";
import type { FetchFailure } from "./fetch-outcome.ts";
import { freezeDocument } from "./freeze-document.ts";
import { findDataPages } from "./github-data-pages.ts";
import { type GithubLocation, parseGithubUrl } from "./github-location.ts";
import type { PoliteFetch } from "./polite-fetch.ts";
import { toRevision } from "./to-revision.ts";

export interface GithubDeps {
  readonly politeFetch: PoliteFetch;
  /** Base addresses without a slash at their end. */
  readonly githubApi: string;
  readonly githubRaw: string;
}

/** Reads the page that a GitHub address stands for: the README there or nearest above it, then the data pages it links to. */
export type ReadGithub = (link: string, signal: AbortSignal) => Promise<ReadResource>;

const MAX_README_BYTES = 5_000_000;
const MAX_API_BYTES = 10_000_000;
const TEXT_FILE = /\.(?:md|markdown|mdx|rst|txt)$/i;
/** Spellings to try when the API could not be asked; README.md is tried first of all. */
const README_NAMES = ["readme.md", "Readme.md", "README.MD", "README.rst", "README.txt", "README"];

/** Asks raw files first, which GitHub hardly limits, and the API only when README.md is not there. */
export const createGithub =
  (deps: GithubDeps): ReadGithub =>
  async (link, signal) => {
    const location = parseGithubUrl(link);
    if (location === undefined) return { kind: "not-found", reason: `${link} names no repository` };
    const main = await readMainPage(deps, location, signal);
    if (main.kind !== "found") return main;
    const { page, location: place } = main.value;
    const documents = [page];
    const unread: UnreadPart[] = [];
    for (const dataPage of findDataPages(place, page.text)) {
      const found = await readPlace(deps, dataPage, signal);
      if (found.kind === "found") documents.push(found.value.page);
      else if (found.kind !== "not-found") unread.push({ ...found, url: toPageUrl(dataPage) });
    }
    return { kind: "found", value: documents, ...(unread.length > 0 && { unread }) };
  };

interface GithubPage {
  readonly page: FrozenDocument;
  readonly location: GithubLocation;
}
type Read = Promise<{ readonly kind: "found"; readonly value: GithubPage } | FetchFailure>;

/** Branches are renamed more often than folders move: a place that is not on its branch is sought on the default one. */
const readMainPage = async (deps: GithubDeps, location: GithubLocation, signal: AbortSignal): Read => {
  const found = await readNearestPage(deps, location, signal);
  if (found.kind !== "not-found" || location.branch === undefined) return found;
  const { owner, repository, path } = location;
  return readNearestPage(deps, { owner, repository, path }, signal);
};

/** The place itself, then the folders above it up to the root. */
const readNearestPage = async (deps: GithubDeps, location: GithubLocation, signal: AbortSignal): Read => {
  let last = await readPlace(deps, location, signal);
  for (let depth = location.path.length - 1; depth >= 0 && last.kind === "not-found"; depth -= 1) {
    last = await readReadme(deps, { ...location, path: location.path.slice(0, depth) }, signal);
  }
  return last;
};

const readPlace = (deps: GithubDeps, location: GithubLocation, signal: AbortSignal): Read =>
  TEXT_FILE.test(location.path.at(-1) ?? "")
    ? readFile(deps, location, signal)
    : readReadme(deps, location, signal);

const readReadme = async (deps: GithubDeps, folder: GithubLocation, signal: AbortSignal): Read => {
  const usual = await readFile(deps, inFolder(folder, "README.md"), signal);
  if (usual.kind !== "not-found") return usual;
  const named = await askForReadme(deps, folder, signal);
  if (named.kind === "found") return readFile(deps, named.value, signal);
  if (named.kind === "not-found") return usual;
  for (const name of README_NAMES) {
    const guessed = await readFile(deps, inFolder(folder, name), signal);
    if (guessed.kind !== "not-found") return guessed;
  }
  return usual;
};

const toPageUrl = ({ owner, repository, branch = "HEAD", path }: GithubLocation): string =>
  `https://github.com/${owner}/${repository}/blob/${[branch, ...path].map(encodeURIComponent).join("/")}`;

const inFolder = (folder: GithubLocation, name: string): GithubLocation => ({
  ...folder,
  path: [...folder.path, name],
});

const ReadmeAnswer = z.object({ path: z.string(), download_url: z.string().nullish() });

/** The API knows the README's spelling, and today's name of a repository that was renamed. */
const askForReadme = async (
  { politeFetch, githubApi }: GithubDeps,
  folder: GithubLocation,
  signal: AbortSignal,
): Promise<{ readonly kind: "found"; readonly value: GithubLocation } | FetchFailure> => {
  const { owner, repository, branch, path } = folder;
  const place = ["repos", owner, repository, "readme", ...path].map(encodeURIComponent).join("/");
  const query = branch === undefined ? "" : `?ref=${encodeURIComponent(branch)}`;
  const outcome = await politeFetch(
    {
      url: `${githubApi}/${place}${query}`,
      trust: "configured",
      accept: ["application/json", "application/vnd.github+json"],
      maxBytes: MAX_API_BYTES,
    },
    signal,
  );
  if (outcome.kind !== "found") return outcome;
  const answer = ReadmeAnswer.safeParse(parseJson(decodeText(outcome.value)));
  if (!answer.success)
    return { kind: "unreachable", reason: "what answered for GitHub did not answer like it" };
  const moved = parseGithubUrl(answer.data.download_url ?? "");
  const found = { ...folder, path: answer.data.path.split("/").filter((segment) => segment !== "") };
  return {
    kind: "found",
    value: moved === undefined ? found : { ...found, owner: moved.owner, repository: moved.repository },
  };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readFile = async (
  { politeFetch, githubRaw }: GithubDeps,
  file: GithubLocation,
  signal: AbortSignal,
): Read => {
  const { owner, repository, branch = "HEAD", path } = file;
  const place = [owner, repository, branch, ...path].map(encodeURIComponent).join("/");
  const outcome = await politeFetch(
    {
      url: `${githubRaw}/${place}`,
      trust: "configured",
      accept: ["text/plain", "text/markdown", "text/x-rst", "application/octet-stream"],
      maxBytes: MAX_README_BYTES,
    },
    signal,
  );
  if (outcome.kind !== "found") return outcome;
  const revision = toRevision(outcome.value.etag);
  const page = freezeDocument({
    kind: "github",
    url: toPageUrl(file),
    title: `${owner}/${repository}: ${path.join("/")}`,
    text: decodeText(outcome.value),
    retrievedAt: outcome.value.retrievedAt,
    ...(revision === undefined ? {} : { revision }),
  });
  return { kind: "found", value: { page, location: file } };
};
