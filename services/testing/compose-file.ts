import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { projectFolder } from "../project-folder.ts";

const Container = z.looseObject({
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).optional(),
});
const ComposeFile = z.looseObject({
  services: z.object({ neo4j: Container, stemma: Container }),
  volumes: z.record(z.string(), z.unknown()),
});

export const readComposeFile = (): z.output<typeof ComposeFile> =>
  ComposeFile.parse(parse(readFileSync(join(projectFolder(), "docker-compose.yml"), "utf8")));

const VARIABLE = /\$\{(?<name>\w+):(?<kind>[-?])(?<rest>[^}]*)\}/;

/** A value as Compose makes it of variables; one that is needed and absent fails. */
export const interpolate = (text: string, variables: Readonly<Record<string, string>>): string => {
  const { name = "", kind, rest = "" } = VARIABLE.exec(text)?.groups ?? {};
  if (kind === undefined) return text;
  const value = variables[name] ?? "";
  if (value === "" && kind === "?") throw new TypeError(rest);
  return interpolate(text.replace(VARIABLE, value === "" ? rest : value), variables);
};

/** The settings that the compose file gives Neo4j, as lines of its configuration; without the password. */
export const composeSettings = (): readonly string[] =>
  Object.entries(readComposeFile().services.neo4j.environment)
    .filter(([name]) => name !== "NEO4J_AUTH")
    .map(([name, value]) => `${toSettingName(name)}=${interpolate(value, {})}`);

/** By the image's rule: an underscore is a dot, two are an underscore. */
const toSettingName = (name: string): string =>
  name
    .replace(/^NEO4J_/, "")
    .replaceAll("__", " ")
    .replaceAll("_", ".")
    .replaceAll(" ", "_");
