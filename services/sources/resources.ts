import type { Lookup, ReadResource, Resource, ResourcePort } from "../../agents/ports.ts";
import type { FrozenDocument } from "../../schema/document.ts";
import { assertNever } from "../../schema/errors.ts";
import { checkUrl } from "./address-guard.ts";
import { parseArxivId } from "./arxiv-id.ts";
import type { Arxiv } from "./arxiv.ts";
import type { ReadGithub } from "./github.ts";
import { parseGithubUrl } from "./github-location.ts";
import type { ReadLinkedPage } from "./linked-page.ts";

export interface ResourcesDeps {
  readonly readGithub: ReadGithub;
  readonly arxiv: Arxiv;
  readonly readLinkedPage: ReadLinkedPage;
}

/** Everything that documents name outside the Hub. A link is judged before anything else is done with it. */
export const createResources = (deps: ResourcesDeps): ResourcePort => ({
  read: async (resource, signal) => {
    switch (resource.kind) {
      case "paper":
        return asList(await deps.arxiv.readPaper(resource.arxivId, signal));
      case "paper-title":
        return asList(await deps.arxiv.readPaperByTitle(resource.title, signal));
      case "github":
        return deps.readGithub(resource.url, signal);
      case "blog":
        return readLink(deps, resource, signal);
      default:
        return assertNever(resource);
    }
  },
});

const asList = (lookup: Lookup<FrozenDocument>): Lookup<readonly FrozenDocument[]> =>
  lookup.kind === "found" ? { kind: "found", value: [lookup.value] } : lookup;

type Link = Extract<Resource, { kind: "blog" }>;

/** A link to a repository or a paper is read by those who know how. */
const readLink = async (
  { readGithub, arxiv, readLinkedPage }: ResourcesDeps,
  { url: link }: Link,
  signal: AbortSignal,
): Promise<ReadResource> => {
  const verdict = checkUrl(link);
  if (!verdict.allowed) return { kind: "refused", reason: verdict.reason };
  if (parseGithubUrl(link) !== undefined) return readGithub(link, signal);
  const { hostname, pathname } = verdict.url;
  const paper = /^(?:www\.|export\.)?arxiv\.org$/.test(hostname) ? parseArxivId(pathname) : undefined;
  if (paper !== undefined) return asList(await arxiv.readPaper(`${paper.id}${paper.version ?? ""}`, signal));
  return asList(await readLinkedPage(verdict.url, signal));
};
