import type { QueueDetail } from "../../../schema/review-queue.ts";
import type { LineageReader } from "../../ports.ts";
import type { Terminal } from "../output/terminal.ts";
import { toLine } from "../output/text.ts";
import { shownQuote, shownText, warningsOf } from "./shown-text.ts";

/** Characters before and after a quote. */
const AROUND = 500;

/** Every quote of an edge where it stands in its document. */
export const contextLines = async (
  documents: Pick<LineageReader, "document">,
  { evidence }: QueueDetail,
  paint: Terminal["paint"],
): Promise<readonly string[]> => {
  if (evidence.length === 0) return ["no document of ours proves it"];
  const lines: string[] = [];
  for (const { document, span, quote, nameAsWritten, url } of evidence) {
    const { text } = await documents.document(document);
    const before = text.slice(Math.max(0, span.start - AROUND), span.start);
    const after = text.slice(span.end, span.end + AROUND);
    lines.push(
      "",
      paint("dim", `${toLine(url)}, characters ${span.start} to ${span.end}`),
      ...shownParts(before, paint),
      `  > ${shownQuote(quote, nameAsWritten, paint)}`,
      ...shownParts(after, paint),
      ...warningsOf(`${before}${quote}${after}`, paint),
    );
  }
  return lines;
};

const shownParts = (text: string, paint: Terminal["paint"]): readonly string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => shownText(line, paint).trim())
    .filter((line) => line !== "")
    .map((line) => `    ${line}`);
