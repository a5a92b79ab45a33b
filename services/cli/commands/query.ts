import { type Command, InvalidArgumentError, Option } from "commander";
import { type CommonOptions, EXIT, runCommand, withCommonOptions } from "../command-context.ts";

interface QueryCommandOptions extends CommonOptions {
  readonly param: readonly string[];
  readonly file?: string;
  readonly saved?: string;
  readonly list?: boolean;
  readonly format?: "table" | "json" | "jsonl" | "csv";
  readonly timeout?: number;
  readonly maxRows?: number;
}

export const registerQuery = (program: Command): Command =>
  withCommonOptions(program.command("query"))
    .description("ask the graph in Cypher, read-only; or run one of the saved queries")
    .argument("[cypher]", "a read-only Cypher text")
    .option(
      "--param <name=value>",
      "a parameter; the value is JSON or else text; may be repeated",
      collect,
      [],
    )
    .option("--file <file>", "read the Cypher text from a file, - for standard input")
    .option("--saved <name>", "run a saved query")
    .option("--list", "list the saved queries with their parameters")
    .addOption(
      new Option("--format <format>", "how to print (default: table)").choices([
        "table",
        "json",
        "jsonl",
        "csv",
      ]),
    )
    .option(
      "--timeout <seconds>",
      "stop after this time, 1 to 60, a saved query 10 to 60 (default: 10)",
      toPositive,
    )
    .option("--max-rows <rows>", "print no more rows than this, at most 10000 (default: 1000)", toPositive)
    .addHelpText(
      "after",
      `
Examples:
  stemma query 'MATCH (d:Dataset) RETURN d.registry AS registry, count(d) AS datasets'
  stemma query 'MATCH (d:Dataset {id: $id})-[:DERIVED_FROM*]->(s) RETURN DISTINCT s.id AS id' --param id=openai/gsm8k
  stemma query --list
  stemma query --saved hubs --param limit=5 --format csv`,
    )
    .action((cypher: string | undefined, options: QueryCommandOptions) =>
      options.list === true ? listSaved(options) : runQuery(cypher, options),
    );

const listSaved = (options: QueryCommandOptions): Promise<void> =>
  runCommand(options, async ({ terminal, json }) => {
    const { SAVED_QUERIES } = await import("../../../graph/queries/saved/saved-queries.ts");
    const { savedQueryLines } = await import("../output/saved-query-lines.ts");
    for (const saved of SAVED_QUERIES) {
      if (json) terminal.printJson(saved);
      else for (const line of savedQueryLines(saved)) terminal.print(line);
    }
    return EXIT.done;
  });

const runQuery = (cypher: string | undefined, options: QueryCommandOptions): Promise<void> =>
  runCommand(options, async ({ config, terminal, json, signal }) => {
    const { readQueryRequest } = await import("../read-query-request.ts");
    const { askGraph } = await import("../ask-graph.ts");
    const { printAnswer } = await import("../print-answer.ts");
    const { withExcerpt } = await import("../output/excerpt-lines.ts");
    const query = await readQueryRequest(cypher, options);
    const answer = await askGraph(query, { config, signal }).catch((error: unknown) => {
      throw withExcerpt(error);
    });
    printAnswer(answer, terminal, options.format ?? (json ? "jsonl" : "table"));
    return EXIT.done;
  });

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

const toPositive = (text: string): number => {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError("expected a number above 0");
};
