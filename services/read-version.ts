import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./project-folder.ts";

/** The program's version, from package.json. */
export const readVersion = (): string => {
  const content: unknown = JSON.parse(readFileSync(join(projectFolder(), "package.json"), "utf8"));
  const hasVersion = typeof content === "object" && content !== null && "version" in content;
  return hasVersion ? String(content.version) : "unknown";
};
