import type { Edge, Proposal } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import type { Database } from "../../database.ts";
import { ALL_EDGE_TYPES } from "../../queries/commit.ts";
import { edgesFrom } from "../../queries/lineage.ts";
import { toEdge } from "../../rows.ts";
import { proposeEdges } from "../../store/edges/propose-edges.ts";
import type { EdgeRemark, NewEdge } from "../../store/edges/propose-edges.ts";
import { createFaultList } from "../fault-list.ts";
import type { FaultList } from "../fault-list.ts";
import type { Importer, ImportChange, ImportDependencies, ImportReport, ImportRequest } from "../importer.ts";
import { inPages } from "../in-pages.ts";
import { createCsvParser } from "./create-csv-parser.ts";
import { findSpellings } from "./find-spellings.ts";
import { describePlan, planRow } from "./plan-proposals.ts";
import type { RowPlan } from "./plan-proposals.ts";
import { delimiterOf } from "./read-csv.ts";
import { readEdgeRows, toHeader } from "./read-edge-rows.ts";
import type { StatedEdge } from "./read-edge-rows.ts";

/** Reads back the table of edges that the format of the same name writes, or one that a person made. */
export const CSV_IMPORTER: Importer = {
  name: "csv",
  title: "CSV of edges",
  description:
    "Rows that the graph does not have, or has otherwise, become proposals; what a trace proved stays as it is.",
  reads: ["file"],
  detects: ({ kind, head }) => kind === "file" && isTable(head),
  run: importCsv,
};

const isTable = (head: string): boolean => {
  const line = head.replace(/^\uFEFF/, "").split("\n", 1)[0] ?? "";
  try {
    return toHeader(createCsvParser(delimiterOf(line)).feed(line) ?? []).length > 1;
  } catch {
    // Whatever is wrong with the line: it is no header of ours.
    return false;
  }
};

/** Held in memory, and written in one transaction. */
const MAX_PROPOSALS = 100_000;
const MAX_CHANGES = 1_000;
const PAGE = 1_000;

type Change = Exclude<RowPlan, { kind: "unchanged" }>;

async function importCsv(
  request: ImportRequest,
  { database, now }: ImportDependencies,
): Promise<ImportReport> {
  const { path, signal, dryRun } = request;
  const faults = createFaultList();
  const table = readEdgeRows(path, { faults, signal });
  const plans: Change[] = [];
  let rows = 0;
  for await (const page of inPagesOf(refuseTwice(table.rows, faults))) {
    rows += page.length;
    plans.push(...(await planPage(database, page, faults)));
    if (plans.length > MAX_PROPOSALS) {
      throw new AppError(`more than ${MAX_PROPOSALS} changed rows; bring them in in parts`, {
        code: "TOO_LARGE",
      });
    }
    request.onProgress?.({ stage: "checking", count: rows });
  }
  faults.throwIfAny();
  if (!dryRun && plans.length > 0) {
    await proposeEdges(database, toProposals(plans, now()), { now: now(), signal });
  }
  return toReport({ plans, rows, dryRun, ignored: table.ignored });
}

async function* refuseTwice(rows: AsyncIterable<StatedEdge>, faults: FaultList): AsyncGenerator<StatedEdge> {
  const lines = new Map<string, number>();
  for await (const row of rows) {
    const key = keyOf(row);
    const before = lines.get(key);
    lines.set(key, row.line);
    if (before === undefined) yield row;
    else faults.add(row.line, "row", `the same edge as in line ${before}; leave one of them`);
  }
}

async function* inPagesOf(rows: AsyncIterable<StatedEdge>): AsyncGenerator<readonly StatedEdge[]> {
  let page: StatedEdge[] = [];
  for await (const row of rows) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  yield page;
}

const keyOf = ({ kind, from, to }: Pick<Edge, "kind" | "from" | "to">): string => `${kind} ${from} ${to}`;

const planPage = async (
  database: Database,
  page: readonly StatedEdge[],
  faults: FaultList,
): Promise<readonly Change[]> => {
  const query = edgesFrom([ALL_EDGE_TYPES]);
  const from = [...new Set(page.map((row) => row.from))];
  const rows = await inPages(from, (ids) => database.read(query, { ids }));
  const edges = new Map(rows.map(toEdge).map((edge) => [keyOf(edge), edge]));
  const plans = page.flatMap((row) => planRow(row, edges.get(keyOf(row)), faults) ?? []);
  const changes = plans.filter((plan) => plan.kind !== "unchanged");
  await refuseSpellings(
    database,
    changes.flatMap((plan) => (plan.kind === "new" ? [plan.row] : [])),
    faults,
  );
  return changes;
};

/** An end that the graph has under another spelling would become a second node of the same thing. */
const refuseSpellings = async (
  database: Database,
  rows: readonly StatedEdge[],
  faults: FaultList,
): Promise<void> => {
  const known = await findSpellings(database, [...new Set(rows.flatMap(({ from, to }) => [from, to]))]);
  for (const row of rows) {
    for (const column of ["from", "to"] as const) {
      const id = known.get(row[column]);
      if (id !== undefined) faults.add(row.line, column, `the graph has this as ${id}: write it so`);
    }
  }
};

const toProposals = (plans: readonly Change[], at: Date) => {
  const added: NewEdge[] = [];
  const remarks: EdgeRemark[] = [];
  for (const plan of plans) {
    const { row, wanted } = plan;
    const proposal = { ...personOf(row), at: at.toISOString(), wanted };
    if (plan.kind === "changed") remarks.push({ edge: plan.edge, proposal });
    else added.push({ from: row.from, to: plan.row.to, confidence: row.confidence ?? 0, proposal });
  }
  return { added, remarks };
};

const personOf = ({ by, note }: StatedEdge): Pick<Proposal, "by" | "note"> => ({
  ...(by === undefined ? {} : { by }),
  ...(note === undefined ? {} : { note }),
});

interface Outcome {
  readonly plans: readonly Change[];
  readonly rows: number;
  readonly dryRun: boolean;
  readonly ignored: readonly string[];
}

const toReport = ({ plans, rows, dryRun, ignored }: Outcome): ImportReport => ({
  format: CSV_IMPORTER.name,
  dryRun,
  counts: {
    rows,
    unchanged: rows - plans.length,
    "new proposals": plans.filter(({ kind }) => kind === "new").length,
    "proposed changes": plans.filter(({ kind }) => kind === "changed").length,
  },
  changes: plans.slice(0, MAX_CHANGES).map((plan): ImportChange => ({
    change: "proposed",
    subject: `${plan.row.from} -> ${plan.row.to}`,
    detail: describePlan(plan),
  })),
  notes: ignored.length === 0 ? [] : [`Columns without a meaning here: ${ignored.join(", ")}.`],
});
