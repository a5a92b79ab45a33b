import type { DatasetId } from "../../schema/ids.ts";
import type { ContaminationFlag } from "../../schema/contamination.ts";
import type { ContaminationReader } from "../contamination.ts";
import { benchmarkLine, flagLine, reportLines, unreadNote } from "./output/contamination-lines.ts";
import type { Terminal } from "./output/terminal.ts";
import { toCounted } from "./output/text.ts";

interface Printing {
  readonly dataset?: DatasetId;
  readonly benchmark?: string;
  readonly terminal: Terminal;
  readonly json: boolean;
}

/** Flags read at a time, so that no answer holds all of them. */
const PAGE = 500;

/** Prints one dataset's flags with their proof, all flags of one benchmark, or how far each benchmark reaches. */
export const printContamination = async (reader: ContaminationReader, printing: Printing): Promise<void> => {
  const { dataset, benchmark, json } = printing;
  if (dataset !== undefined) return printDataset(reader, { ...printing, dataset });
  if (benchmark !== undefined || json) return printFlags(reader, printing);
  return printBenchmarks(reader, printing);
};

const printDataset = async (
  reader: ContaminationReader,
  { dataset: id, benchmark, terminal, json }: Printing & { readonly dataset: DatasetId },
): Promise<void> => {
  const report = await reader.report(id, benchmark);
  if (json) {
    const { items: _items, edges: _edges, ...reading } = report;
    terminal.printJson({ kind: "dataset", ...reading });
    for (const flag of report.items) terminal.printJson({ kind: "flag", ...flag });
    for (const detail of report.edges) terminal.printJson({ kind: "edge", ...detail });
    return;
  }
  for (const line of reportLines(report)) terminal.print(line);
  const unread = unreadNote(report);
  if (report.items.length > 0) {
    if (unread !== undefined) terminal.note(`more may be true of ${report.dataset}: ${unread}`);
    return;
  }
  const known = (await reader.benchmarks()).length;
  const whose = benchmark ?? `any of the ${toCounted(known, "benchmark")} in this graph`;
  terminal.note(`no documented way leads from ${report.dataset} to held-out items of ${whose}`);
  if (unread !== undefined) terminal.note(`this says nothing of ${report.dataset}: ${unread}`);
};

const printFlags = async (
  reader: ContaminationReader,
  { benchmark, terminal, json }: Printing,
): Promise<void> => {
  let count = 0;
  for await (const flag of allFlags(reader, benchmark)) {
    count += 1;
    if (json) terminal.printJson({ kind: "flag", ...flag });
    else terminal.print(`${flag.dataset}  ${flagLine(flag)}`);
  }
  const what = benchmark === undefined ? "" : ` of ${benchmark}`;
  terminal.note(count === 0 ? `no documented way leads to held-out items${what}` : toCounted(count, "flag"));
};

async function* allFlags(
  reader: ContaminationReader,
  benchmark: string | undefined,
): AsyncGenerator<ContaminationFlag> {
  let cursor: string | undefined;
  do {
    const page = await reader.list({ benchmark, cursor, limit: PAGE });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

const printBenchmarks = async (reader: ContaminationReader, { terminal }: Printing): Promise<void> => {
  const benchmarks = await reader.benchmarks();
  for (const benchmark of benchmarks) terminal.print(benchmarkLine(benchmark));
  terminal.note(
    benchmarks.length === 0
      ? "this graph has no benchmark of the list"
      : `${toCounted(benchmarks.length, "benchmark")} of the list in this graph`,
  );
};
