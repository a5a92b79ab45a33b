import { AppError } from "../../../schema/errors.ts";
import { atLine, decodeLine, readLines } from "../read-lines.ts";
import { createCsvParser } from "./create-csv-parser.ts";
import type { CsvParser } from "./create-csv-parser.ts";

export interface CsvRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  /** As the file has them, their guards still on. */
  readonly fields: readonly string[];
}

const MAX_LINE_BYTES = 4 << 20;

/** The records of a file, the header among them. The delimiter is the header's: spreadsheets of some countries write semicolons. */
export async function* readCsv(path: string, signal: AbortSignal | undefined): AsyncGenerator<CsvRecord> {
  let parser: CsvParser | undefined;
  let begin = 1;
  const limits = { maxBytes: MAX_LINE_BYTES, ...(signal === undefined ? {} : { signal }) };
  for await (const line of readLines(path, limits)) {
    const text = line.number === 1 ? decodeLine(line).replace(/^\uFEFF/, "") : decodeLine(line);
    parser ??= createCsvParser(delimiterOf(text));
    const fields = feed(parser, text, begin);
    if (fields === undefined) continue;
    if (fields.some((field) => field !== "")) yield { line: begin, fields };
    begin = line.number + 1;
  }
  if (parser?.isOpen() === true) throw atLine(begin, "a quote that is opened here is never closed");
}

const feed = (parser: CsvParser, text: string, begin: number): readonly string[] | undefined => {
  try {
    return parser.feed(text);
  } catch (error) {
    throw error instanceof AppError ? atLine(begin, error.message, error) : error;
  }
};

const DELIMITERS = [",", ";", "\t"] as const;

/** Whichever the header has most of. */
export const delimiterOf = (header: string): string => {
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
};
