import type { CypherAnswer } from "../../schema/cypher.ts";
import { assertNever } from "../../schema/errors.ts";
import { toCsv, toRecord } from "../use-cases/run-cypher-export.ts";
import { answerTable } from "./output/answer-table.ts";
import type { Terminal } from "./output/terminal.ts";
import { toCounted, toDuration } from "./output/text.ts";

export type AnswerFormat = "table" | "json" | "jsonl" | "csv";

/** The rows on standard output; how many, how long and whether there are more, on standard error. */
export const printAnswer = (answer: CypherAnswer, terminal: Terminal, format: AnswerFormat): void => {
  switch (format) {
    case "table":
      for (const line of answerTable(answer, terminal.live ? terminal.width() : undefined))
        terminal.print(line);
      break;
    case "json":
      terminal.printJson(answer);
      break;
    case "jsonl":
      for (const row of answer.rows) terminal.printJson(toRecord(answer.columns, row));
      break;
    case "csv":
      // Its last line ends like the others, by CR and the LF that the terminal adds.
      terminal.print(toCsv(answer).slice(0, -1));
      break;
    default:
      assertNever(format);
  }
  const { rows, elapsedMs, engine } = answer.counters;
  terminal.note(`${toCounted(rows, "row")}, ${toDuration(elapsedMs)}, ${engine} engine`);
  if (answer.truncated) terminal.note("there are more: raise --max-rows, or ask for less");
};
