import { z } from "zod";
import { AppError } from "../../schema/errors.ts";
import type { MirrorFiles } from "./mirror-files.ts";

const DATASETS = ["huggingface", "datasets"] as const;
const REDIRECTS = ["huggingface", "redirects.json"] as const;
/** Folder of the datasets that once had no owner. */
const CANONICAL = "_canonical";

/** A dataset of the mirror under today's id, and the folders that hold its files: the first one that has a file wins. */
export interface HubEntry {
  readonly id: string;
  readonly folders: readonly (readonly string[])[];
}

export interface HubIndex {
  /** Every dataset, sorted by id. */
  readonly entries: readonly HubEntry[];
  /** The entry for an id in any case. */
  find(id: string): HubEntry | undefined;
  /** Today's id of a renamed or legacy id, in any case; undefined when it never moved or something lives there again. */
  movedTo(id: string): string | undefined;
}

/** Walks the mirror's Hub folders once, by name; only folders that differ in case alone are looked into. */
export const readHubIndex = async (files: MirrorFiles): Promise<HubIndex> => {
  const redirects = await readRedirects(files);
  const entries = new Map<string, HubEntry>();
  for (const found of await listDatasets(files, redirects)) {
    const key = found.id.toLowerCase();
    const known = entries.get(key);
    entries.set(key, known === undefined ? found : await joinEntries(files, known, found));
  }
  return {
    entries: [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    find: (id) => entries.get(id.toLowerCase()),
    movedTo: (id) => (entries.has(id.toLowerCase()) ? undefined : redirects.get(id.toLowerCase())),
  };
};

/** Owned datasets first, so that their own files win over those of the legacy copy. */
const listDatasets = async (
  files: MirrorFiles,
  redirects: ReadonlyMap<string, string>,
): Promise<readonly HubEntry[]> => {
  const owners = await listFolders(files, DATASETS);
  const names = await Promise.all(owners.map((owner) => listFolders(files, [...DATASETS, owner])));
  const owned: HubEntry[] = [];
  const legacy: HubEntry[] = [];
  for (const [at, owner] of owners.entries()) {
    for (const name of names[at] ?? []) {
      const folders = [[...DATASETS, owner, name]];
      if (owner === CANONICAL) legacy.push({ id: redirects.get(name.toLowerCase()) ?? name, folders });
      else owned.push({ id: `${owner}/${name}`, folders });
    }
  }
  return [...owned, ...legacy];
};

const listFolders = async (files: MirrorFiles, segments: readonly string[]): Promise<readonly string[]> =>
  ((await files.list(segments)) ?? []).filter(({ type }) => type === "directory").map(({ name }) => name);

/** Two spellings of one id: the one whose folder holds the Hub's own info is the Hub's. */
const joinEntries = async (files: MirrorFiles, known: HubEntry, added: HubEntry): Promise<HubEntry> => {
  const [first] = known.folders;
  const knownHasInfo = first !== undefined && (await files.read([...first, "info.json"])) !== undefined;
  return knownHasInfo || known.id === added.id
    ? { id: known.id, folders: [...known.folders, ...added.folders] }
    : { id: added.id, folders: [...added.folders, ...known.folders] };
};

const readRedirects = async (files: MirrorFiles): Promise<ReadonlyMap<string, string>> => {
  const bytes = await files.read(REDIRECTS);
  if (bytes === undefined) return new Map();
  try {
    const redirects = z.record(z.string(), z.string()).parse(JSON.parse(bytes.toString("utf8")));
    return new Map(Object.entries(redirects).map(([from, to]) => [from.toLowerCase(), to]));
  } catch (cause) {
    const message = `${REDIRECTS.join("/")} is not a JSON object of old id to today's id`;
    throw new AppError(message, { code: "INPUT_INVALID", cause });
  }
};
