import { AppError } from "../../schema/errors.ts";
import { toBareStatement } from "../engines/statement-text.ts";
import { hintFor } from "./hint-for.ts";
import { readTokens } from "./read-tokens.ts";

/** Where in a text something is wrong; line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** The line, shortened around the place, and a second one with a caret under it. */
  readonly excerpt: string;
}

interface Asked {
  readonly cypher: string;
  readonly engine: "embedded" | "neo4j";
}

/** What both engines are given before the text when it is checked. */
const CHECK_PREFIX = "EXPLAIN ";
/** Characters of a line that are shown before and after the place. */
const EXCERPT_RADIUS = 60;

/**
 * A fault of a person's text in words that help: what, where, and the form that both engines run, as `context.position` and
 * `context.hint` too. Other errors come back as they are.
 */
export const explainFault = (error: unknown, asked: Asked): unknown => {
  if (!(error instanceof AppError) || !EXPLAINED.has(error.code)) return error;
  const message = toPlainMessage(error.message);
  const hint = error.code === "QUERY_INVALID" ? hintFor(asked, message) : undefined;
  const offset = offsetOf(error, asked.cypher) ?? hint?.at;
  const position = offset === undefined ? undefined : toPosition(asked.cypher, offset);
  const where = position === undefined ? "" : ` (line ${position.line}, column ${position.column})`;
  return new AppError(`${message}${where}${hint === undefined ? "" : `. ${hint.text}`}`, {
    code: error.code,
    cause: error,
    context: {
      ...(position === undefined ? {} : { position }),
      ...(hint === undefined ? {} : { hint: hint.text }),
    },
  });
};

const EXPLAINED = new Set(["QUERY_INVALID", "QUERY_NOT_READ_ONLY", "RESULT_TOO_LARGE"]);

/** Without what only the engine's authors need: codes, and its own excerpt of a text that we changed. */
const toPlainMessage = (message: string): string => {
  const [first = message] = message.split("\n");
  return first
    .replace(/^Query error: /, "")
    .replace(/^GRAFEO-\w+: /, "")
    .replace(/^(?:syntax error|semantic error|unsupported): /, "")
    .replace(/^\[Cypher\] /, "")
    .replace(/ \(line \d+, column \d+ \(offset: \d+\)\)$/, "")
    .trim();
};

/** From our own check, from what the engine tells, or from the word that it quotes. */
const offsetOf = ({ context, message }: AppError, cypher: string): number | undefined => {
  if (typeof context["offset"] === "number") return context["offset"];
  const { text } = toBareStatement(cypher);
  const prefix = cypher.length - text.length;
  const checked = `${CHECK_PREFIX}${text}`;
  const told = / \(offset: (\d+)\)\)/.exec(message)?.[1];
  if (told !== undefined) return within(Number(told) - shiftOf(message) + prefix, cypher);
  const place = /--> query:(\d+):(\d+)/.exec(message);
  if (place !== null) {
    const at = toOffset(checked, Number(place[1]), Number(place[2]));
    return within(at - CHECK_PREFIX.length + prefix, cypher);
  }
  return offsetOfWord(/'([^']+)'|\$(\w+)/.exec(message), cypher);
};

/** Neo4j repeats the line that it read, which tells whether that was the check or the run. */
const shiftOf = (message: string): number => (message.includes(`"${CHECK_PREFIX}`) ? CHECK_PREFIX.length : 0);

const within = (offset: number, cypher: string): number => Math.max(0, Math.min(offset, cypher.length));

const offsetOfWord = (quoted: RegExpExecArray | null, cypher: string): number | undefined => {
  const word = quoted?.[1] ?? quoted?.[2];
  if (word === undefined) return undefined;
  try {
    return readTokens(cypher).find(({ value }) => value.toLowerCase() === word.toLowerCase())?.at;
  } catch {
    // The text cannot be read to its end: the engine's message stands without a place.
    return undefined;
  }
};

const toOffset = (text: string, line: number, column: number): number => {
  const lines = text.split("\n");
  return lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
};

const toPosition = (cypher: string, offset: number): Position => {
  const before = cypher.slice(0, offset);
  const line = before.split("\n").length;
  const start = before.lastIndexOf("\n") + 1;
  const end = cypher.indexOf("\n", offset);
  const whole = cypher.slice(start, end < 0 ? undefined : end);
  const column = offset - start + 1;
  const from = Math.max(0, column - 1 - EXCERPT_RADIUS);
  const shown = printable(whole.slice(from, column - 1 + EXCERPT_RADIUS));
  return { line, column, excerpt: `${shown}\n${" ".repeat(column - 1 - from)}^` };
};

/** One character for one, so that the caret stays under its place. */
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");
