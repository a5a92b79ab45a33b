import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "../schema/errors.ts";

/** The folder that holds package.json, whether this runs from source or from dist/. */
export const projectFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new AppError("package.json of stemma was not found", { code: "INTERNAL" });
    folder = parent;
  }
  return folder;
};
