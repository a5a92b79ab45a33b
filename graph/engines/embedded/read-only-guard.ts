import { AppError } from "../../../schema/errors.ts";

/**
 * The engine reads any file of the host by LOAD CSV. The words are refused wherever they stand, in a string too: a text
 * that needs them can carry them in a parameter.
 */
const LOAD_CSV = /\bload(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n|$))+csv\b/i;

/** The engine cannot explain schema commands, and a rollback does not undo them. */
const SCHEMA_COMMAND =
  /^(?:create|drop|alter|show)\s+(?:or\s+replace\s+)?(?:fulltext\s+|text\s+|range\s+|point\s+|vector\s+|lookup\s+|unique\s+|node\s+|edge\s+)*(?:constraints?|index(?:es)?|schema|graph|type|database)\b/i;

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n|$)/g;

/** Comments and the words EXPLAIN and PROFILE in front of a statement. */
const PREFIX = new RegExp(`^(?:\\s|${COMMENT.source}|explain\\b|profile\\b)+`, "i");

/** Operators of a plan that only read. Everything else is refused, also what a later engine may add. */
const READING_OPERATORS = new Set([
  "Return",
  "NodeScan",
  "EdgeScan",
  "Expand",
  "ShortestPath",
  "Filter",
  "Project",
  "Aggregate",
  "Sort",
  "Limit",
  "Skip",
  "Distinct",
  "Union",
  "Unwind",
  "Empty",
  "Apply",
  "Join",
  "LeftJoin",
  "AntiJoin",
  "SemiJoin",
  "CrossJoin",
  "Otherwise",
  "CallProcedure",
  // How the engine prints the place where an outer row enters a subquery.
  "Discriminant(51)",
]);

const READING_PROCEDURES = new Set([
  "db.labels",
  "db.relationshipTypes",
  "db.propertyKeys",
  "grafeo.procedures",
  "grafeo.search.text",
]);

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

/** Whether the engine's refusal to explain a text means that it is a schema command. */
export const isSchemaCommand = (cypher: string): boolean => SCHEMA_COMMAND.test(toBareStatement(cypher).text);

/** Throws unless every operator of the plan is known to read and nothing else. */
export const refuseWritingPlan = (plan: string): void => {
  for (const line of plan.split("\n")) {
    const text = line.trim();
    if (text === "") continue;
    const operator = /^Discriminant\(\d+\)$/.test(text) ? text : (/^[A-Za-z]+/.exec(text)?.[0] ?? text);
    if (!READING_OPERATORS.has(operator)) {
      throw notReadOnly(`the statement is not read-only: its plan holds ${operator}`);
    }
    if (operator === "CallProcedure") refuseProcedure(text);
  }
};

const refuseProcedure = (line: string): void => {
  const name = /^CallProcedure \(([\w.]+)\)/.exec(line)?.[1] ?? "unknown";
  if (!READING_PROCEDURES.has(name)) throw notReadOnly(`the procedure ${name} is not allowed here`);
};

export const notReadOnly = (message: string): AppError =>
  new AppError(message, { code: "QUERY_NOT_READ_ONLY" });
