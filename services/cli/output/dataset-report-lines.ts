import type { DatasetDetail, EdgeDetail } from "../../../schema/api.ts";
import type { Edge } from "../../../schema/edge.ts";
import type { DatasetReport } from "../../use-cases/load-dataset-report.ts";
import { edgeLabel, evidenceLines } from "./edge-lines.ts";
import { toCount, toLine, toSize } from "./text.ts";

/** What `show` prints of a dataset. */
export const datasetReportLines = (report: DatasetReport): readonly string[] => [
  report.dataset.id,
  ...factLines(report.dataset),
  ...proven("Built from", report.sources),
  ...section(
    "Used by",
    report.uses.map((edge) => `${edge.from}  ${edgeLabel(edge)}`),
  ),
  ...proven("Models that made it", report.models),
  ...proven("Cleared against", report.clearings),
  ...proven("Named, and not a source", report.rejected),
  ...section("Documents", report.dataset.documents.map(toDocumentLine)),
];

const factLines = (dataset: DatasetDetail): string[] => {
  const facts: readonly (readonly [string, string | undefined])[] = [
    [
      "state",
      dataset.stateReason === undefined ? dataset.state : `${dataset.state}: ${toLine(dataset.stateReason)}`,
    ],
    [
      "kind",
      [dataset.isBenchmark ? "benchmark" : "", dataset.isFamily ? "family" : ""].filter(Boolean).join(", "),
    ],
    ["address", dataset.url],
    ["created", dataset.createdAt?.slice(0, 10) ?? dataset.hubMonth],
    ["about", dataset.domains?.join(", ")],
    ["rows", dataset.dataType],
    ["licence", dataset.licence],
    ["languages", dataset.languages?.join(", ")],
    ["tasks", dataset.tasks?.join(", ")],
    ["downloads", dataset.downloads === undefined ? undefined : toCount(dataset.downloads)],
    ["likes", dataset.likes === undefined ? undefined : toCount(dataset.likes)],
    ["traced", dataset.tracedAt?.slice(0, 10)],
    ["also called", dataset.aliases.map((alias) => `${toLine(alias.key)} (${alias.reason})`).join(", ")],
    ["summary", dataset.summary === undefined ? undefined : toLine(dataset.summary)],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`  ${name.padEnd(12)} ${toLine(value)}`],
  );
};

const proven = (title: string, details: readonly EdgeDetail[]): string[] =>
  section(
    title,
    details.flatMap((detail) => [
      `${target(detail.edge)}  ${edgeLabel(detail.edge)}`,
      ...evidenceLines(detail),
    ]),
    details.length,
  );

const target = (edge: Edge): string => toLine(edge.to);

const section = (title: string, lines: readonly string[], count = lines.length): string[] =>
  count === 0 ? [] : ["", `${title} (${toCount(count)})`, ...lines.map((line) => `  ${line}`)];

const toDocumentLine = (document: DatasetDetail["documents"][number]): string =>
  `${document.kind}, ${toSize(document.bytes)}, read ${document.retrievedAt.slice(0, 10)}, ${document.sha256.slice(0, 12)}: ${toLine(document.url)}`;
