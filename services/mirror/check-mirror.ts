import { stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../schema/errors.ts";

/** Fails with a sentence that says what is missing, when a folder is not laid out like a mirror. */
export const checkMirror = async (folder: string): Promise<void> => {
  if (!(await isDirectory(folder))) throw notAMirror(folder, "no such folder");
  if (!(await isDirectory(join(folder, "huggingface", "datasets")))) {
    throw notAMirror(folder, "expected huggingface/datasets in it");
  }
};

const isDirectory = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
};

const notAMirror = (folder: string, reason: string): AppError =>
  new AppError(`${folder} is not a mirror: ${reason}`, { code: "INPUT_INVALID", context: { folder } });
