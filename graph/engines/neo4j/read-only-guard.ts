import type { Plan, ResultSummary } from "neo4j-driver";
import type { Row } from "../../database.ts";
import { notReadOnly } from "../statement-text.ts";

/**
 * Operators of a plan that only read, without what stands in brackets. Everything else is refused, also what a later server
 * may add. A READ session refuses writes too, but lets LOAD CSV, TERMINATE and the sight of other people's queries pass.
 */
const READING_OPERATORS = new Set(
  `ProduceResults Argument EmptyRow Filter Projection Unwind Eager CacheProperties ProcedureCall
  Expand OptionalExpand VarLengthExpand ProjectEndpoints Optional ShortestPath StatefulShortestPath Repeat BidirectionalRepeat
  Aggregation EagerAggregation OrderedAggregation Distinct OrderedDistinct Sort PartialSort
  Top PartialTop Top1WithTies Limit ExhaustiveLimit Skip
  Apply SemiApply AntiSemiApply LetSemiApply LetAntiSemiApply RollUpApply
  SelectOrSemiApply SelectOrAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply
  Union OrderedUnion CartesianProduct NodeHashJoin ValueHashJoin LeftOuterHashJoin RightOuterHashJoin
  AssertSameNode TriadicSelection TriadicBuild TriadicFilter`.split(/\s+/),
);

/** Every operator that looks nodes or relationships up, by label, type, index or id, is named so. */
const LOOK_UP = /^\w*(?:Node|Relationship)\w*(?:Scan|Seek|SeekByRange|CountStore|Lookup)$/;

const READING_PROCEDURES = new Set([
  "db.labels",
  "db.relationshipTypes",
  "db.propertyKeys",
  "db.index.fulltext.queryNodes",
  "db.index.fulltext.queryRelationships",
]);

/** Throws unless the server says that the statement reads, and every operator of its plan is known to do nothing else. */
export const refuseUnlessReading = ({ queryType, plan }: ResultSummary): void => {
  if (queryType !== "r" || plan === false) throw notReadOnly("the statement is not read-only");
  refuseOperators(plan);
};

const refuseOperators = (plan: Plan): void => {
  const operator = /^\w+/.exec(plan.operatorType)?.[0] ?? plan.operatorType;
  if (!READING_OPERATORS.has(operator) && !LOOK_UP.test(operator)) {
    throw notReadOnly(`the statement is not read-only: its plan holds ${operator}`);
  }
  if (operator === "ProcedureCall") refuseProcedure(detailsOf(plan));
  for (const child of plan.children) refuseOperators(child);
};

const refuseProcedure = (details: string): void => {
  const name = /^[\w.]+(?=\()/.exec(details)?.[0] ?? "unknown";
  if (!READING_PROCEDURES.has(name)) throw notReadOnly(`the procedure ${name} is not allowed here`);
};

/**
 * Throws when a text calls a function that a plugin brought: some run Cypher of their own, or read the configuration.
 * The text is compared as the server would read it, without what may hide a name.
 */
export const refusePluginFunctions = (cypher: string, functions: readonly string[]): void => {
  if (functions.length === 0) return;
  const bare = toComparable(cypher);
  const called = functions.find((name) => bare.includes(`${name.toLowerCase()}(`));
  if (called !== undefined) throw notReadOnly(`the function ${called} is not allowed here`);
};

const toComparable = (cypher: string): string =>
  cypher
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_match, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, 16)),
    )
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "")
    .replaceAll(/[\s`]/g, "")
    .toLowerCase();

/** A plan as rows, one operator each, the outermost first. */
export const toPlanRows = (plan: Plan, depth = 0): readonly Row[] => [
  { plan: `${"  ".repeat(depth)}${plan.operatorType.split("@")[0]} ${detailsOf(plan)}`.trimEnd() },
  ...plan.children.flatMap((child) => toPlanRows(child, depth + 1)),
];

const detailsOf = (plan: Plan): string => {
  const details = plan.arguments["Details"];
  return typeof details === "string" ? details : "";
};
