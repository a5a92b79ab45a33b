import { AppError } from "../../../schema/errors.ts";

/** Puts the lines of a CSV text together to records. */
export interface CsvParser {
  /** The record that the line ends, or undefined when a quote is still open: the next line belongs to it too. */
  feed(line: string): readonly string[] | undefined;
  isOpen(): boolean;
}

/** A quote that is never closed makes one record of all that follows. */
const MAX_RECORD_LENGTH = 1 << 20;
const MAX_FIELDS = 200;

/** Reads RFC 4180 with any one-character delimiter, and a lone quote inside a field that is not quoted. Fails with INPUT_INVALID. */
export const createCsvParser = (delimiter: string): CsvParser => {
  let fields: string[] = [];
  /** The text of a quoted field so far; undefined outside of quotes. */
  let quoted: string | undefined;
  let length = 0;

  const push = (field: string): void => {
    fields.push(field);
    if (fields.length > MAX_FIELDS) throw invalid(`more than ${MAX_FIELDS} columns`);
  };

  /** Reads on inside of quotes; gives the place behind the closing one, or undefined at the end of the line. */
  const readQuoted = (line: string, start: number): number | undefined => {
    for (let at = start; ;) {
      const end = line.indexOf('"', at);
      if (end < 0) {
        quoted = `${quoted ?? ""}${line.slice(at)}\n`;
        return undefined;
      }
      quoted = `${quoted ?? ""}${line.slice(at, end)}`;
      if (line[end + 1] !== '"') return end + 1;
      quoted += '"';
      at = end + 2;
    }
  };

  /** Takes the field whose quotes closed before `at`, and gives the place behind the delimiter; undefined at the end of the record. */
  const endQuoted = (line: string, at: number): number | undefined => {
    push(quoted ?? "");
    quoted = undefined;
    const rest = line.slice(at);
    if (rest === "" || rest === "\r") return undefined;
    if (rest.startsWith(delimiter)) return at + delimiter.length;
    throw invalid("text after a closing quote; a quote inside a field is written twice");
  };

  const readPlain = (line: string, start: number): number | undefined => {
    const end = line.indexOf(delimiter, start);
    push(end < 0 ? line.slice(start).replace(/\r$/, "") : line.slice(start, end));
    return end < 0 ? undefined : end + delimiter.length;
  };

  return {
    isOpen: () => quoted !== undefined,
    feed: (line) => {
      length += line.length + 1;
      if (length > MAX_RECORD_LENGTH)
        throw invalid("a record of more than a million characters; is a quote missing?");
      for (let at: number | undefined = 0; at !== undefined;) {
        if (quoted === undefined && line[at] === '"') {
          quoted = "";
          at += 1;
        }
        if (quoted === undefined) at = readPlain(line, at);
        else {
          const behind = readQuoted(line, at);
          if (behind === undefined) return undefined;
          at = endQuoted(line, behind);
        }
      }
      const record = fields;
      fields = [];
      length = 0;
      return record;
    },
  };
};

const invalid = (message: string): AppError => new AppError(message, { code: "INPUT_INVALID" });
