import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../../graph/database.ts";
import { readLineageFacts } from "../../graph/exchange/published/lineage-facts.ts";
import type { Publication, PublishedLineage } from "../../graph/exchange/published/published-lineage.ts";
import type { LineageStore } from "../../graph/store/lineage.ts";
import { publishLineage } from "../../graph/store/published/publish-lineage.ts";
import type { PublicationReport } from "../../graph/store/published/publish-lineage.ts";
import { recomputeContamination } from "../../graph/store/contamination/recompute-contamination.ts";
import { removePublication } from "../../graph/store/published/remove-publication.ts";
import type { RemovalReport } from "../../graph/store/published/remove-publication.ts";
import { projectFolder } from "../project-folder.ts";

/** The lineages that the project ships. Post-training text comes first; the multimodal one is larger and much less sure. */
export const SEED_PARTS = ["text", "multimodal"] as const;
export type SeedPart = (typeof SEED_PARTS)[number];

const FILES = {
  text: "lineage.jsonl",
  multimodal: "lineage-multimodal.jsonl",
} as const satisfies Record<SeedPart, string>;

export interface SeedDependencies {
  readonly database: Database;
  readonly store: Pick<LineageStore, "applyBenchmarks">;
  readonly now: () => Date;
}

export interface SeedRequest {
  readonly parts: readonly SeedPart[];
  readonly signal?: AbortSignal;
  /** Nodes and edges of a part that are written. */
  readonly onProgress?: (part: SeedPart, written: number) => void;
}

export interface SeedReport extends Omit<PublicationReport, "plan"> {
  readonly part: SeedPart;
  readonly publication: Publication;
}

/** Takes the shipped lineages into the graph; what a trace proved or a person decided stays as it is. */
export const loadSeed = async (
  { database, store, now }: SeedDependencies,
  { parts, signal, onProgress }: SeedRequest,
): Promise<readonly SeedReport[]> => {
  const lineages = await readSeeds(parts);
  const reports: SeedReport[] = [];
  for (const { part, lineage } of lineages) {
    const { plan: _plan, ...report } = await publishLineage(database, lineage, {
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress: (written) => onProgress(part, written) }),
      finish: async (transaction) => {
        await recomputeContamination(transaction, { now: now() });
      },
    });
    reports.push({ part, publication: lineage.publication, ...report });
  }
  await store.applyBenchmarks();
  return reports;
};

/** Takes the shipped lineages out again. */
export const removeSeed = async (
  { database, now }: SeedDependencies,
  { parts }: Pick<SeedRequest, "parts">,
): Promise<readonly (RemovalReport & { readonly part: SeedPart })[]> => {
  const lineages = await readSeeds(parts);
  const reports = [];
  for (const { part, lineage } of lineages) {
    const removed = await removePublication(database, lineage, async (transaction) => {
      await recomputeContamination(transaction, { now: now() });
    });
    reports.push({ part, ...removed });
  }
  return reports;
};

const readSeeds = (
  parts: readonly SeedPart[],
): Promise<readonly { readonly part: SeedPart; readonly lineage: PublishedLineage }[]> =>
  Promise.all(
    parts.map(async (part) => {
      const path = join(projectFolder(), "seed", FILES[part]);
      return { part, lineage: readLineageFacts(await readFile(path, "utf8"), `seed/${FILES[part]}`) };
    }),
  );
