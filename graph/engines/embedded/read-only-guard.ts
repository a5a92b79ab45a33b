import { notReadOnly } from "../statement-text.ts";

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
