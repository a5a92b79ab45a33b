import type { SeedReport } from "../../use-cases/seed.ts";
import { toCount, toCounted } from "./text.ts";

/** What `seed` prints of one part. */
export const seedLines = (report: SeedReport): readonly string[] => {
  const { part, publication, datasets, edges, accepted, flagged, flags } = report;
  const revision =
    publication.revision === undefined ? "" : `, ${publication.url} at ${publication.revision}`;
  const reasons = Object.entries(flags).map(([flag, count]) => `${flag} ${toCount(count)}`);
  return [
    `${part}: ${publication.citation}${revision}`,
    `  datasets   ${toCount(datasets.added)} new, ${toCount(datasets.known)} known before`,
    `  edges      ${toCount(edges.added)} new, ${toCount(edges.changed)} changed, ${toCount(edges.unchanged)} as before`,
    ...(edges.noted === 0 ? [] : [`             ${toCount(edges.noted)} noted beside evidence of ours`]),
    ...(edges.left === 0 ? [] : [`             ${toCounted(edges.left, "edge")} left as they were`]),
    `  claims     ${toCount(accepted)} accepted, ${toCount(flagged)} flagged${reasons.length === 0 ? "" : ` (${reasons.join(", ")})`}`,
  ];
};
