import { AppError } from "../../schema/errors.ts";

/**
 * Both engines read any file of the host by LOAD CSV. The words are refused wherever they stand, in a string too: a text
 * that needs them can carry them in a parameter.
 */
const LOAD_CSV = /\bload(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n|$))+csv\b/i;

/** The embedded engine cannot explain schema commands, and a rollback does not undo them. */
const SCHEMA_COMMAND =
  /^(?:create|drop|alter|show)\s+(?:or\s+replace\s+)?(?:fulltext\s+|text\s+|range\s+|point\s+|vector\s+|lookup\s+|unique\s+|node\s+|edge\s+)*(?:constraints?|index(?:es)?|schema|graph|type|database)\b/i;

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n|$)/g;

/** Comments and the words EXPLAIN and PROFILE in front of a statement. */
const PREFIX = new RegExp(`^(?:\\s|${COMMENT.source}|explain\\b|profile\\b)+`, "i");

/** Throws when the text would read a file. Holds for writes as for reads. */
export const refuseFileAccess = (cypher: string): void => {
  if (LOAD_CSV.test(cypher)) throw notReadOnly("LOAD CSV reads files and is refused");
};

export interface BareStatement {
  /** Without leading comments, and without EXPLAIN and PROFILE, which would hide what comes after. */
  readonly text: string;
  /** Whether only the plan was asked for. */
  readonly explain: boolean;
}

/** What is checked and what is run must be one text: the engine may see a comment's end elsewhere than we do. */
export const toBareStatement = (cypher: string): BareStatement => {
  const prefix = PREFIX.exec(cypher)?.[0] ?? "";
  return { text: cypher.slice(prefix.length), explain: /explain/i.test(prefix.replace(COMMENT, " ")) };
};

/** Whether a text makes, drops or lists constraints and indexes. */
export const isSchemaCommand = (cypher: string): boolean => SCHEMA_COMMAND.test(toBareStatement(cypher).text);

export const notReadOnly = (message: string): AppError =>
  new AppError(message, { code: "QUERY_NOT_READ_ONLY" });
