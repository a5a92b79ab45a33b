import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { storageFailed } from "../../schema/errors.ts";

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** A file's text, or undefined when there is none. Throws STORAGE_FAILED when it cannot be read. */
export const readIfThere = (path: string): Promise<string | undefined> =>
  readFile(path, "utf8").catch((cause: unknown) => absent(path, cause));

/** The names in a folder; none when there is no folder. */
export const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((cause: unknown) => absent(folder, cause) ?? []);

/** Replaces a file whole, so that a reader sees the old text or the new one; only its owner may read it. */
export const writeForOwner = async (path: string, content: string): Promise<void> => {
  const draft = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
    await writeSynced(draft, content);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw storageFailed(path, cause);
  }
};

const writeSynced = async (path: string, content: string): Promise<void> => {
  const file = await open(path, "w", FILE_MODE);
  try {
    await file.writeFile(content, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
};

const absent = (path: string, cause: unknown): undefined => {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
  throw storageFailed(path, cause);
};
