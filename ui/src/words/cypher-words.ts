import type { ParameterType } from "../../../schema/cypher.ts";
import type { CompletionKind } from "../state/cypher/complete-cypher.ts";
import type { ParameterFault } from "../state/cypher/query-parameters.ts";
import type { CypherState } from "../state/view-state.ts";
import { wordsOf } from "./language.ts";

/** The Cypher page. */
export interface CypherWords {
  readonly title: string;
  readonly intro: string;
  readonly editor: string;
  readonly editorHelp: string;
  readonly completions: string;
  readonly completionKind: Readonly<Record<CompletionKind, string>>;
  readonly run: string;
  readonly cancel: string;
  readonly running: (elapsed: string) => string;
  readonly timeout: string;
  readonly rows: string;
  readonly limitHelp: (most: string) => string;
  readonly engine: (name: string) => string;
  readonly copyLink: string;
  readonly copyCommand: string;
  readonly parameters: string;
  readonly parameterHelp: string;
  readonly parameterType: Readonly<Record<ParameterType, string>>;
  readonly fault: Readonly<Record<ParameterFault["kind"], string>>;
  readonly example: (text: string) => string;
  readonly usual: (text: string) => string;
  readonly found: (count: number) => string;
  readonly saved: string;
  readonly findSaved: string;
  readonly noSaved: (text: string) => string;
  readonly whatSaved: string;
  readonly history: string;
  readonly noHistory: string;
  readonly clearHistory: string;
  readonly rowsAndTime: (rows: string, isOne: boolean, time: string) => string;
  readonly didFail: string;
  readonly notRun: string;
  readonly noRows: string;
  readonly emptyGraph: string;
  readonly emptyGraphAction: string;
  readonly cut: (rows: string) => string;
  readonly cancelled: string;
  readonly cancelledSaved: string;
  readonly result: Readonly<Record<CypherState["result"], string>>;
  readonly resultAs: string;
  readonly csv: string;
  readonly json: string;
  readonly sortBy: (column: string) => string;
  readonly rowNumber: string;
  readonly page: (first: string, last: string, all: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly more: string;
  readonly less: string;
  readonly items: (count: number) => string;
  readonly open: (id: string) => string;
  readonly noGraph: string;
  readonly graphOf: (nodes: string, edges: string) => string;
  readonly loose: (count: number) => string;
  readonly graphLabel: string;
  readonly graphNodes: string;
  readonly layoutFailed: string;
  readonly tooMany: (nodes: string, most: string) => string;
  readonly drawAnyway: string;
  readonly fit: string;
  readonly jsonCut: string;
  readonly refusedTitle: string;
  readonly at: (line: number, column: number) => string;
  readonly goThere: string;
  readonly hint: string;
  readonly notReadOnly: string;
  readonly failedTitle: string;
  readonly mayNot: string;
  readonly mayNotHow: string;
  readonly needsToken: string;
  readonly seconds: (count: string) => string;
}

const ENGLISH: CypherWords = {
  title: "Ask in Cypher",
  intro: "Questions only read: nothing that is asked here can change the graph.",
  editor: "Cypher text",
  editorHelp: "Ctrl or Cmd Enter runs it, Ctrl Space completes, Esc leaves the editor, Tab moves on.",
  completions: "Completions",
  completionKind: {
    label: "label",
    relation: "type",
    property: "property",
    parameter: "parameter",
    function: "function",
    keyword: "keyword",
    variable: "variable",
  },
  run: "Run",
  cancel: "Cancel",
  running: (elapsed) => `Running, ${elapsed}`,
  timeout: "Time-out, seconds",
  rows: "Rows at most",
  limitHelp: (most) => `At most ${most}`,
  engine: (name) => `Engine: ${name}`,
  copyLink: "Copy link",
  copyCommand: "Copy as command",
  parameters: "Parameters",
  parameterHelp: "JSON where it is JSON, else text.",
  parameterType: {
    text: "text",
    integer: "whole number",
    number: "number",
    boolean: "true or false",
    dataset: "dataset",
    benchmark: "benchmark",
    model: "model",
  },
  fault: {
    missing: "Needed to run.",
    integer: "A whole number is expected.",
    number: "A number is expected.",
    boolean: "true or false is expected.",
  },
  example: (text) => `for example ${text}`,
  usual: (text) => `${text} unless given`,
  found: (count) => (count === 1 ? "1 dataset found" : `${count} datasets found`),
  saved: "Saved queries",
  findSaved: "Find a saved query",
  noSaved: (text) => `No saved query speaks of “${text}”.`,
  whatSaved: "the saved queries",
  history: "Asked before",
  noHistory: "What you run is listed here, on this machine only: the last 50.",
  clearHistory: "Clear the list",
  rowsAndTime: (rows, isOne, time) => `${rows} ${isOne ? "row" : "rows"} in ${time}`,
  didFail: "no answer",
  notRun: "Run the query to see its rows here.",
  noRows: "The query ran and found no rows.",
  emptyGraph: "The graph is empty: every query finds no rows until something was traced.",
  emptyGraphAction: "Start with a trace",
  cut: (rows) => `Cut at ${rows} rows: there are more. Raise the number of rows, or ask for less.`,
  cancelled: "Cancelled. Nothing was changed.",
  cancelledSaved: "No longer waited for. The service finishes a saved query by itself.",
  result: { table: "Table", graph: "Graph", json: "JSON" },
  resultAs: "Show the result as",
  csv: "Download CSV",
  json: "Download JSON",
  sortBy: (column) => `Sort by ${column}`,
  rowNumber: "Row",
  page: (first, last, all) => `Rows ${first} to ${last} of ${all}`,
  previous: "Previous rows",
  next: "Next rows",
  more: "Show all",
  less: "Show less",
  items: (count) => (count === 1 ? "1 item" : `${count} items`),
  open: (id) => `Open ${id} in the explorer`,
  noGraph:
    "The result holds values only, no nodes, relationships or paths, so there is nothing to draw. Return nodes and relationships themselves, as in RETURN d, r, s, or use a saved query that does:",
  graphOf: (nodes, edges) => `${nodes} nodes, ${edges} relationships`,
  loose: (count) =>
    count === 1
      ? "1 relationship is not drawn: its ends are not in the result."
      : `${count} relationships are not drawn: their ends are not in the result.`,
  graphLabel: "Graph of the result",
  graphNodes: "Nodes of the result",
  layoutFailed: "The graph could not be laid out.",
  tooMany: (nodes, most) =>
    `The result holds ${nodes} nodes. Above ${most} a drawing takes long and says little; the table is quicker to read.`,
  drawAnyway: "Draw it anyway",
  fit: "Fit the graph to the page",
  jsonCut: "Only the beginning is shown. Download the JSON for all of it.",
  refusedTitle: "The query was not run",
  at: (line, column) => `line ${line}, column ${column}`,
  goThere: "Go to the place",
  hint: "Hint",
  notReadOnly: "The console only reads.",
  failedTitle: "There is no answer",
  mayNot: "Texts of your own need an operator; your token is of another role.",
  mayNotHow:
    "Saved queries may be run by everybody. For an operator's token ask whoever runs this service: stemma token create --role operator --name yours",
  needsToken: "The service asks for a token.",
  seconds: (count) => `${count} s`,
};

export const cypherWords = (): CypherWords => wordsOf("cypher", ENGLISH);
