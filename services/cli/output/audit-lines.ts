import type { LineageAudit } from "../../../schema/audit.ts";
import { toCount, toCounted, toLine } from "./text.ts";

/** Findings of one kind that are printed unless all are asked for. */
const SHOWN = 10;

/** What `audit` prints. */
export const auditLines = (audit: LineageAudit, isWhole: boolean): readonly string[] => {
  if (audit.edges === 0) return ["no published lineage is in the graph"];
  return [
    ...audit.publications.map(
      ({ citation, part, edges }) =>
        `${toLine(citation)}${part === undefined ? "" : `, ${part}`}: ${toCounted(edges, "edge")}`,
    ),
    `${toCounted(audit.edges, "published edge")} between ${toCounted(audit.datasets, "dataset")}: ${toCount(audit.accepted)} accepted, ${toCount(audit.flagged)} flagged, ${toCount(audit.rejected)} rejected`,
    `${toCount(audit.evidenced)} proven by documents of ours, ${toCount(audit.withoutEvidence)} without evidence`,
    ...sections(audit).flatMap(({ title, count, lines }) => toSection(title, count, { lines, isWhole })),
  ];
};

interface Section {
  readonly title: string;
  readonly count: number;
  readonly lines: readonly string[];
}

const sections = (audit: LineageAudit): readonly Section[] => [
  pairs(
    `source newer than what was built from it (of ${toCount(audit.datable)} dated on the Hub)`,
    audit.newerThanDerived,
  ),
  pairs(
    `the same by the earlier of Hub and paper month (of ${toCount(audit.datableByEarliest)})`,
    audit.newerByEarliest,
  ),
  names("cycles", audit.cycles),
  pairs("built from itself", audit.self),
  pairs("source not on the Hub", audit.unresolved),
  names("several ids for one name", audit.ambiguousIds),
  pairs("quote does not name the source", audit.ambiguousNames),
  {
    title: "Hub ids that are not there",
    count: audit.deadIds.count,
    lines: audit.deadIds.items.map(({ id, detail }) => `${id}  ${detail}`),
  },
  pairs("low confidence", audit.lowConfidence),
];

const pairs = (title: string, { count, items }: LineageAudit["self"]): Section => ({
  title,
  count,
  lines: items.map(({ from, to, detail }) => `${from} <- ${to}  ${detail}`),
});

const names = (title: string, { count, items }: LineageAudit["ambiguousIds"]): Section => ({
  title,
  count,
  lines: items.map(({ ids, detail }) => `${ids.join(", ")}  ${detail}`),
});

const toSection = (
  title: string,
  count: number,
  { lines, isWhole }: { readonly lines: readonly string[]; readonly isWhole: boolean },
): readonly string[] => {
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  const rest = lines.length - shown.length;
  return [
    "",
    `${title}: ${toCount(count)}`,
    ...shown.map((line) => `  ${toLine(line)}`),
    ...(rest === 0 ? [] : [`  and ${toCount(rest)} more (--all)`]),
  ];
};
