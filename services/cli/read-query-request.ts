import { readFile } from "node:fs/promises";
import { text as readStream } from "node:stream/consumers";
import { SAVED_QUERIES } from "../../graph/queries/saved/saved-queries.ts";
import { CypherRequest, type SavedParameter, SavedQueryRequest } from "../../schema/cypher.ts";
import { AppError } from "../../schema/errors.ts";
import { optionFault } from "./option-fault.ts";

export interface QueryWords {
  readonly param: readonly string[];
  readonly file?: string;
  readonly saved?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly maxRows?: number;
}

export interface QueryToRun {
  /** Name of the saved query; absent for a text. */
  readonly saved?: string;
  readonly request: CypherRequest;
}

/**
 * What the words of a command ask for.
 *
 * @throws AppError INPUT_INVALID for none or more than one text, an unreadable file, a parameter without a value, a limit out of range
 */
export const readQueryRequest = async (
  cypher: string | undefined,
  { param, file, saved, timeout, maxRows }: QueryWords,
): Promise<QueryToRun> => {
  if ([cypher, file, saved].filter((one) => one !== undefined).length !== 1)
    throw invalid("give one of: a Cypher text, --file, --saved");
  const query = cypher ?? (file === undefined ? "saved" : await readText(file));
  const schema = saved === undefined ? CypherRequest : CypherRequest.extend(SavedQueryRequest.shape);
  const parsed = schema.safeParse({
    query,
    parameters: Object.fromEntries(param.map((one) => toParameter(one, parametersOf(saved)))),
    ...(timeout === undefined ? {} : { timeoutMs: Math.round(timeout * 1_000) }),
    ...(maxRows === undefined ? {} : { maxRows }),
  });
  if (!parsed.success) throw optionFault(parsed.error, (field) => OPTION_NAMES.get(field) ?? field);
  return { request: parsed.data, ...(saved === undefined ? {} : { saved }) };
};

const OPTION_NAMES: ReadonlyMap<string, string> = new Map([
  ["query", "the Cypher text"],
  ["parameters", "--param"],
  ["timeoutMs", "--timeout, in milliseconds,"],
  ["maxRows", "--max-rows"],
]);

const readText = async (file: string): Promise<string> => {
  try {
    return await (file === "-" ? readStream(process.stdin) : readFile(file, "utf8"));
  } catch (cause) {
    throw new AppError(`the file cannot be read: ${file}`, { code: "INPUT_INVALID", cause });
  }
};

const parametersOf = (saved: string | undefined): readonly SavedParameter[] =>
  SAVED_QUERIES.find(({ name }) => name === saved)?.parameters ?? [];

/** JSON where it is JSON, else text; a text that a saved query asks for stays text even when it looks like a number. */
const toParameter = (word: string, known: readonly SavedParameter[]): [name: string, value: unknown] => {
  const at = word.indexOf("=");
  if (at < 1) throw invalid(`--param ${word}: expected name=value`);
  const [name, text] = [word.slice(0, at), word.slice(at + 1)];
  const type = known.find((one) => one.name === name)?.type;
  const isText = type !== undefined && !["integer", "number", "boolean"].includes(type);
  return [name, isText ? text : parseJsonOrText(text)];
};

const parseJsonOrText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Most parameters are ids: nobody quotes them.
    return text;
  }
};

const invalid = (message: string): AppError => new AppError(message, { code: "INPUT_INVALID" });
