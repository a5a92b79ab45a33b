import type { MirrorFiles } from "./mirror-files.ts";

const GITHUB = "github";

export interface GithubRepository {
  readonly owner: string;
  readonly name: string;
  /** The folder that stands for a branch: `name@branch` when the mirror has one, else the folder of all other branches. */
  folder(branch: string): readonly string[];
}

export interface GithubIndex {
  find(owner: string, name: string): GithubRepository | undefined;
}

/** Walks github/<owner>/<repository> once; owners and repositories are found in any case, as on GitHub. */
export const readGithubIndex = async (files: MirrorFiles): Promise<GithubIndex> => {
  const repositories = new Map<string, GithubRepository>();
  for (const owner of await listFolders(files, [GITHUB])) {
    const folders = await listFolders(files, [GITHUB, owner]);
    for (const name of new Set(folders.map((folder) => folder.split("@")[0] ?? folder))) {
      const folder = (branch: string): readonly string[] => [
        GITHUB,
        owner,
        folders.includes(`${name}@${branch}`) ? `${name}@${branch}` : name,
      ];
      repositories.set(`${owner}/${name}`.toLowerCase(), { owner, name, folder });
    }
  }
  return { find: (owner, name) => repositories.get(`${owner}/${name}`.toLowerCase()) };
};

const listFolders = async (files: MirrorFiles, segments: readonly string[]): Promise<readonly string[]> =>
  ((await files.list(segments)) ?? []).filter(({ type }) => type === "directory").map(({ name }) => name);
