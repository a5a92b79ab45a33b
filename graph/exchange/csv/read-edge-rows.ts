import { z } from "zod";
import { Proposal } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import { DatasetId, ModelId } from "../../../schema/ids.ts";
import {
  EDGE_KINDS,
  MODEL_ROLES,
  REJECTION_REASONS,
  RELATIONS,
  SPLITS,
  STATUSES,
} from "../../../schema/vocabulary.ts";
import type { EdgeKind, RejectionReason, Split, Status } from "../../../schema/vocabulary.ts";
import type { FaultList } from "../fault-list.ts";
import { fromCsvField } from "./csv-text.ts";
import { EDGE_COLUMNS } from "./edge-columns.ts";
import type { EdgeColumn } from "./edge-columns.ts";
import { readCsv } from "./read-csv.ts";

/** What a row says of an edge; what is absent it does not say. */
export interface StatedEdge {
  readonly line: number;
  readonly kind: EdgeKind;
  readonly from: DatasetId;
  readonly to: DatasetId | ModelId;
  /** Of a model use, the role. */
  readonly relation?: string;
  /** Empty: none. */
  readonly split?: Split | "";
  readonly subset?: string;
  readonly status?: Status;
  readonly rejection?: RejectionReason;
  readonly confidence?: number;
  readonly by?: string;
  readonly note?: string;
  readonly id?: string;
}

export interface EdgeTable {
  readonly rows: AsyncIterable<StatedEdge>;
  /** Columns that mean nothing here, known after the first row. */
  readonly ignored: readonly string[];
}

/** The rows of a table of edges; a row with a fault is told to `faults` and left out. Fails with INPUT_INVALID for what is no table. */
export const readEdgeRows = (
  path: string,
  { faults, signal }: { readonly faults: FaultList; readonly signal: AbortSignal | undefined },
): EdgeTable => {
  const ignored: string[] = [];
  async function* rows(): AsyncGenerator<StatedEdge> {
    let header: readonly string[] | undefined;
    for await (const { line, fields } of readCsv(path, signal)) {
      if (header === undefined) {
        header = toHeader(fields);
        ignored.push(...header.filter((name) => !isColumn(name)));
      } else if (fields.length === header.length) {
        const row = toStatedEdge(line, toCells(header, fields), faults);
        if (row !== undefined) yield row;
      } else faults.add(line, "columns", `${fields.length}, where the header has ${header.length}`);
    }
    if (header === undefined) throw new AppError("the file is empty", { code: "INPUT_INVALID" });
  }
  return { rows: rows(), ignored };
};

const isColumn = (name: string): name is EdgeColumn => EDGE_COLUMNS.some((column) => column === name);

/** Header names as a person may have written them. */
export const toHeader = (fields: readonly string[]): readonly string[] => {
  const names = fields.map((field) => fromCsvField(field).trim().toLowerCase().replaceAll(" ", "_"));
  const missing = ["from", "to"].filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new AppError(`line 1: the header lacks ${missing.join(" and ")}`, { code: "INPUT_INVALID" });
  }
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new AppError(`line 1: the header has ${twice} twice`, { code: "INPUT_INVALID" });
  }
  return names;
};

type Cells = ReadonlyMap<EdgeColumn, string>;

const toCells = (header: readonly string[], fields: readonly string[]): Cells =>
  new Map(
    header.flatMap((name, at) => (isColumn(name) ? [[name, fromCsvField(fields[at] ?? "")] as const] : [])),
  );

const blankIsAbsent = (text: unknown): unknown =>
  typeof text === "string" && text.trim() === "" ? undefined : text;
const word = (words: readonly [string, ...string[]]) =>
  z.preprocess(
    (text) => blankIsAbsent(typeof text === "string" ? text.trim().toLowerCase() : text),
    z.enum(words as [string, ...string[]], { error: `expected ${words.join(", ")}` }).optional(),
  );
const maybe = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsAbsent, schema.optional());
const trimmed = (text: unknown): unknown => (typeof text === "string" ? text.trim() : text);

/** Spreadsheets of some countries write 0,9. */
const toNumber = (text: unknown): unknown =>
  typeof text === "string" ? Number(text.trim().replace(/^(\d+),(\d+)$/, "$1.$2")) : text;

const Common = z.object({
  from: z.preprocess(trimmed, DatasetId),
  split: z.preprocess(
    (text) => (typeof text === "string" ? text.trim().toLowerCase() : text),
    z.enum(["", ...SPLITS], { error: `expected nothing or ${SPLITS.join(", ")}` }).optional(),
  ),
  subset: z.string().max(2_000).optional(),
  status: word(STATUSES),
  confidence: maybe(
    z.preprocess(toNumber, z.number({ error: "expected a number from 0 to 1" }).min(0).max(1)),
  ),
  by: maybe(Proposal.shape.by.unwrap()),
  note: maybe(Proposal.shape.note.unwrap()),
  id: maybe(z.string()),
});

/** What differs from kind to kind. */
const OF_KIND = {
  derivation: z.object({ to: z.preprocess(trimmed, DatasetId), relation: word(RELATIONS) }),
  "model-use": z.object({ to: ModelId, relation: word(MODEL_ROLES) }),
  clearing: z.object({ to: z.preprocess(trimmed, DatasetId), relation: z.literal("").optional() }),
} satisfies Record<EdgeKind, z.ZodType>;

const Kind = z.preprocess(
  (text) => (typeof text === "string" ? text.trim().toLowerCase() : text),
  z.enum(["", ...EDGE_KINDS], { error: `expected ${EDGE_KINDS.join(", ")}` }).default(""),
);
const Rejection = word(REJECTION_REASONS);

const toStatedEdge = (line: number, cells: Cells, faults: FaultList): StatedEdge | undefined => {
  const kind = check(Kind, cells.get("kind"), (reason) => faults.add(line, "kind", reason));
  if (kind === undefined) return undefined;
  const known: EdgeKind = kind.value === "" ? "derivation" : kind.value;
  const values = Object.fromEntries(cells);
  const report = (reason: string, path: PropertyKey | undefined): void =>
    faults.add(line, String(path ?? "row"), reason);
  const common = check(Common, values, report);
  const own = check(OF_KIND[known], values, report);
  const isRejected = common?.value.status === "rejected" && known === "derivation";
  const rejection = check(Rejection, isRejected ? values["reasons"] : undefined, (reason) =>
    faults.add(line, "reasons", reason),
  );
  if (common === undefined || own === undefined || rejection === undefined) return undefined;
  return toRow(line, known, { ...common.value, ...own.value, rejection: rejection.value });
};

const toRow = (line: number, kind: EdgeKind, values: object): StatedEdge =>
  ({
    line,
    kind,
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  }) as StatedEdge;

const check = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  report: (reason: string, path: PropertyKey | undefined) => void,
): { readonly value: z.output<Schema> } | undefined => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  for (const issue of parsed.error.issues) report(issue.message, issue.path[0]);
  return undefined;
};
