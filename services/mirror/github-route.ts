import { createHash } from "node:crypto";
import type { GithubIndex, GithubRepository } from "./github-index.ts";
import type { FolderEntry, MirrorFiles } from "./mirror-files.ts";
import { bytesReply, jsonReply, type MirrorReply, type MirrorRoute, textReply } from "./mirror-reply.ts";
import type { ScriptedStates } from "./mirror-script.ts";

export interface GithubRouteDeps {
  readonly files: MirrorFiles;
  readonly index: GithubIndex;
  readonly states: ScriptedStates;
}

const DEFAULT_BRANCH = "main";
const README = /^readme(?:\.(?:md|markdown|rst|txt))?$/i;

/** `/raw.githubusercontent.com/<owner>/<repository>/<branch>/<path>`; `refs/heads/<branch>` is a branch too. */
export const createGithubRawRoute =
  ({ files, index, states }: GithubRouteDeps): MirrorRoute =>
  async ({ segments }) => {
    const [owner = "", name = "", ...rest] = segments;
    const isReference = rest[0] === "refs" && (rest[1] === "heads" || rest[1] === "tags");
    const [branch = "", ...path] = isReference ? rest.slice(2) : rest;
    const failure = states.failure([`github.com/${owner}/${name}`]);
    if (failure !== undefined) return failure;
    const repository = index.find(owner, name);
    if (repository === undefined || path.length === 0) return textReply(404, "404: Not Found");
    const bytes = await files.read([...repository.folder(branch), ...path]);
    if (bytes === undefined) return textReply(404, "404: Not Found");
    return bytesReply(bytes, { "content-type": "text/plain; charset=utf-8" });
  };

/** `/api.github.com/repos/<owner>/<repository>`, and below it `/readme[/<folder>]` and `/contents[/<path>]`, with `?ref=`. */
export const createGithubApiRoute =
  ({ files, index, states }: GithubRouteDeps): MirrorRoute =>
  async ({ segments, query, headers }) => {
    const [, owner = "", name = "", verb, ...path] = segments;
    const failure = states.failure([`github.com/${owner}/${name}`]);
    if (failure !== undefined) return failure;
    const repository = segments[0] === "repos" ? index.find(owner, name) : undefined;
    if (repository === undefined) return notFound();
    const tree = createTree(files, repository, query.get("ref") ?? DEFAULT_BRANCH);
    const isRaw = headers.accept?.includes("raw") ?? false;
    if (verb === undefined) return jsonReply(200, toApiRepository(repository));
    if (verb === "contents") return tree.contents(path, isRaw);
    if (verb === "readme") return tree.readme(path, isRaw);
    return notFound();
  };

const toApiRepository = ({ owner, name }: GithubRepository): Record<string, unknown> => ({
  name,
  full_name: `${owner}/${name}`,
  private: false,
  owner: { login: owner },
  html_url: `https://github.com/${owner}/${name}`,
  fork: false,
  default_branch: DEFAULT_BRANCH,
});

/** The files of a repository at a branch, as the contents API gives them. */
const createTree = (files: MirrorFiles, repository: GithubRepository, branch: string) => {
  const root = repository.folder(branch);
  const describe = (path: readonly string[], type: string): Record<string, unknown> => {
    const place = [repository.owner, repository.name, branch, ...path].map(encodeURIComponent).join("/");
    return {
      type,
      name: path.at(-1),
      path: path.join("/"),
      download_url: type === "file" ? `https://raw.githubusercontent.com/${place}` : null,
    };
  };
  const file = async (path: readonly string[], isRaw: boolean): Promise<MirrorReply | undefined> => {
    const bytes = await files.read([...root, ...path]);
    if (bytes === undefined) return undefined;
    if (isRaw) return bytesReply(bytes, { "content-type": "application/vnd.github.raw+json; charset=utf-8" });
    const content = { size: bytes.length, encoding: "base64", content: bytes.toString("base64") };
    return jsonReply(200, { ...describe(path, "file"), sha: toBlobId(bytes), ...content });
  };
  const list = (path: readonly string[]): Promise<readonly FolderEntry[] | undefined> =>
    files.list([...root, ...path]);
  return {
    contents: async (path: readonly string[], isRaw: boolean): Promise<MirrorReply> => {
      const found = await file(path, isRaw);
      if (found !== undefined) return found;
      const entries = await list(path);
      if (entries === undefined) return notFound();
      const listed = entries.map(({ name, type }) =>
        describe([...path, name], type === "file" ? "file" : "dir"),
      );
      return jsonReply(200, listed);
    },
    readme: async (path: readonly string[], isRaw: boolean): Promise<MirrorReply> => {
      const readme = (await list(path))?.find(({ name, type }) => type === "file" && README.test(name));
      return (readme === undefined ? undefined : await file([...path, readme.name], isRaw)) ?? notFound();
    },
  };
};

/** Git's own hash of a file. */
const toBlobId = (bytes: Buffer): string =>
  createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");

const notFound = (): MirrorReply => jsonReply(404, { message: "Not Found", status: "404" });
