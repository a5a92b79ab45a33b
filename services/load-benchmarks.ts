import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { createBenchmarkList } from "../graph/contamination/create-benchmark-list.ts";
import type { BenchmarkList, BenchmarkSource } from "../graph/contamination/create-benchmark-list.ts";
import { Benchmark } from "../schema/benchmark.ts";
import { AppError } from "../schema/errors.ts";
import type { Config } from "./config.ts";
import { projectFolder } from "./project-folder.ts";

/**
 * Reads the list of benchmarks: the project's own, then the mirror's where it has one, then the operator's, each of which may
 * replace entries of those before it.
 *
 * @throws AppError INPUT_INVALID that names the file and the entry
 */
export const loadBenchmarks = async (
  config: Pick<Config, "benchmarksFile" | "mirrorFolder">,
): Promise<BenchmarkList> => {
  const { benchmarksFile: own, mirrorFolder: mirror } = config;
  const sources = [await readList("built-in", join(projectFolder(), "seed", "benchmarks.json"))];
  if (mirror !== undefined) sources.push(await readList("mirror", join(mirror, "benchmarks.json"), OPTIONAL));
  if (own !== undefined) sources.push(await readList("own", own));
  return createBenchmarkList(sources.filter((source) => source !== undefined));
};

const OPTIONAL = { mayLack: true };

const readList = async (
  list: string,
  path: string,
  { mayLack } = { mayLack: false },
): Promise<BenchmarkSource | undefined> => {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (mayLack && isMissing(error)) return undefined;
    throw invalid(path, "cannot be read", error);
  });
  return text === undefined ? undefined : { list, entries: parseBenchmarks(text, path) };
};

/** Reads a JSON array of entries; `path` stands in messages. */
export const parseBenchmarks = (text: string, path: string): readonly Benchmark[] => {
  const entries = z.array(z.unknown()).safeParse(parseJson(text, path));
  if (!entries.success) throw invalid(path, "expected an array of benchmarks");
  const faults: string[] = [];
  const parsed = entries.data.flatMap((entry, index) => {
    const result = Benchmark.safeParse(entry);
    if (result.success) return [result.data];
    faults.push(...result.error.issues.map((issue) => `${nameOf(entry, index)}: ${describe(issue)}`));
    return [];
  });
  if (faults.length > 0) throw invalid(path, faults.map((fault) => `\n  ${fault}`).join(""));
  return parsed;
};

const parseJson = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(path, "is not JSON", error);
  }
};

const nameOf = (entry: unknown, index: number): string => {
  const named = z.object({ id: z.string() }).safeParse(entry);
  return named.success ? `entry ${index + 1} (${named.data.id})` : `entry ${index + 1}`;
};

const describe = ({
  path,
  message,
}: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}): string => (path.length === 0 ? message : `${path.map(String).join(".")}: ${message}`);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

const invalid = (path: string, reason: string, cause?: unknown): AppError =>
  new AppError(`${path}: ${reason}`, { code: "INPUT_INVALID", context: { path }, cause });
