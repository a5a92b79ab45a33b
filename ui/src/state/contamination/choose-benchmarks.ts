import type { ContaminationLevel } from "../../../../schema/contamination-level.ts";
import type { BenchmarkReach } from "../../../../schema/contamination.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import { DOMAINS, type Domain } from "../../../../schema/vocabulary.ts";

export interface BenchmarkChoice {
  readonly id: DatasetId;
  readonly name: string;
  readonly isChosen: boolean;
  /** Datasets with a flag against it, whatever the level. */
  readonly datasets: number;
}

export interface BenchmarkGroup {
  readonly domain: Domain | "unknown";
  readonly choices: readonly BenchmarkChoice[];
}

/** The benchmarks by domain, those that reach most first, as far as their name or id fits the text; none chosen are all. */
export const toBenchmarkGroups = (
  benchmarks: readonly BenchmarkReach[],
  { chosen, text }: { readonly chosen: readonly DatasetId[]; readonly text: string },
): readonly BenchmarkGroup[] => {
  const wanted = text.trim().toLowerCase();
  const choices = benchmarks
    .filter(({ id, node, name }) => `${id} ${node} ${name ?? ""}`.toLowerCase().includes(wanted))
    .map((one) => ({ domain: one.domain ?? ("unknown" as const), choice: toChoice(one, chosen) }));
  return [...DOMAINS, "unknown" as const]
    .map((domain) => ({
      domain,
      choices: choices
        .filter((one) => one.domain === domain)
        .map(({ choice }) => choice)
        .sort((one, other) => other.datasets - one.datasets || (one.name < other.name ? -1 : 1)),
    }))
    .filter((group) => group.choices.length > 0);
};

const toChoice = ({ id, name, levels }: BenchmarkReach, chosen: readonly DatasetId[]): BenchmarkChoice => ({
  id,
  name: name ?? id,
  isChosen: chosen.length === 0 || chosen.includes(id),
  datasets: sum(levels),
});

const sum = (levels: Partial<Record<ContaminationLevel, number>>): number =>
  Object.values(levels).reduce((all, count) => all + count, 0);

/** The choice after some benchmarks were ticked or unticked; all of them, and none of them, are no choice. */
export const tickBenchmarks = (
  all: readonly DatasetId[],
  chosen: readonly DatasetId[],
  { ids, isTicked }: { readonly ids: readonly DatasetId[]; readonly isTicked: boolean },
): readonly DatasetId[] => {
  const before = chosen.length === 0 ? all : chosen;
  const after = all.filter((id) => (ids.includes(id) ? isTicked : before.includes(id)));
  return after.length === all.length ? [] : after;
};
