import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { DatasetId } from "../schema/ids.ts";
import { parseConfig } from "../services/config.ts";
import { createStemma } from "../services/main.ts";
import { projectFolder } from "../services/project-folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A data folder with the seed and the traced example, to copy. */
    preparedData: string;
  }
}

/** What the example traces: together they reach most of its datasets. */
export const EXAMPLE_ROOTS = ["brackwater-lab/tidewrack-sft-mix", "brackwater-lab/shoal-math"] as const;

/** Once for all browser tests: the seed and the traced example in one embedded graph. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), "stemma-e2e-prepared-"));
  const mirror = join(projectFolder(), "examples", "mirror");
  const stemma = await createStemma(parseConfig({ STEMMA_LOG_LEVEL: "silent" }, { data: folder, mirror }));
  try {
    await stemma.published.seed({ parts: ["text"] });
    const roots = EXAMPLE_ROOTS.map((root) => DatasetId.parse(root));
    const { trace } = await stemma.tracing.start({ roots, budget: {}, refresh: false });
    await stemma.tracing.ended(trace.id);
  } finally {
    await stemma.close();
  }
  project.provide("preparedData", folder);
  return () => rm(folder, { recursive: true, force: true });
};
