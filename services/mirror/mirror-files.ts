import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

export interface FolderEntry {
  readonly name: string;
  readonly type: "file" | "directory";
}

/** Read-only view of one folder: nothing outside it can be named, neither by dots nor through a symbolic link. */
export interface MirrorFiles {
  /** The file's bytes, or undefined when there is no such file. */
  read(segments: readonly string[]): Promise<Buffer | undefined>;
  /** Files and folders in a folder, sorted by name; undefined when there is no such folder. Hidden ones are left out. */
  list(segments: readonly string[]): Promise<readonly FolderEntry[] | undefined>;
}

export const createMirrorFiles = async (folder: string): Promise<MirrorFiles> => {
  const root = await realpath(folder);
  const locate = async (segments: readonly string[]): Promise<string | undefined> => {
    if (!segments.every(isPlainName)) return undefined;
    const path = await realpath(join(root, ...segments)).catch(undefinedWhenAbsent);
    return path === root || path?.startsWith(root + sep) ? path : undefined;
  };
  return {
    read: async (segments) => {
      const path = await locate(segments);
      if (path === undefined || !(await stat(path)).isFile()) return undefined;
      return readFile(path);
    },
    list: async (segments) => {
      const path = await locate(segments);
      const entries = await (path === undefined
        ? undefined
        : readdir(path, { withFileTypes: true }).catch(undefinedWhenAbsent));
      return entries
        ?.filter((entry) => isPlainName(entry.name) && (entry.isFile() || entry.isDirectory()))
        .map((entry) => ({
          name: entry.name,
          type: entry.isFile() ? ("file" as const) : ("directory" as const),
        }))
        .sort((a, b) => compare(a.name, b.name));
    },
  };
};

/** One path component that names a visible entry of its folder. */
const isPlainName = (segment: string): boolean =>
  segment !== "" && !segment.startsWith(".") && !/[/\\\0]/.test(segment);

const ABSENT = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP"]);

const undefinedWhenAbsent = (error: unknown): undefined => {
  if (error instanceof Error && "code" in error && ABSENT.has(String(error.code))) return undefined;
  throw error;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
