import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { AppError } from "../schema/errors.ts";

/**
 * Makes the data folder and what is missing above it, one after the other: Node's recursive mkdir never ends below /proc.
 *
 * @throws AppError STORAGE_FAILED with the folder that stands in the way
 */
export const makeDataFolder = async (folder: string): Promise<void> => {
  const path = resolve(folder);
  const entry = await stat(path).catch((error: unknown) => {
    if (isCode(error, "ENOENT")) return undefined;
    throw cannotMake(path, error);
  });
  if (entry?.isDirectory() === true) return;
  if (entry !== undefined) throw cannotMake(path, new Error("a file is in its place"));
  if (dirname(path) !== path) await makeDataFolder(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    // Another process may have been faster.
    if (!isCode(error, "EEXIST")) throw cannotMake(path, error);
  });
};

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

const cannotMake = (path: string, cause: unknown): AppError => {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError(`the data folder ${path} cannot be made: ${reason}; choose another with --data`, {
    code: "STORAGE_FAILED",
    cause,
  });
};
