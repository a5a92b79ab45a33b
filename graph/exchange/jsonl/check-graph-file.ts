import { createHash } from "node:crypto";
import { AppError } from "../../../schema/errors.ts";
import { GRAPH_FILE_VERSION } from "../../../schema/graph-file.ts";
import type { GraphFileFooter, GraphFileHeader, GraphFileLine } from "../../../schema/graph-file.ts";
import { readLines, atLine } from "../read-lines.ts";
import type { ImportProgress } from "../importer.ts";
import { createRecordChecker } from "./create-record-checker.ts";
import { parseLine } from "./parse-line.ts";

/** A paper's text has at most 40 MB. */
export const MAX_LINE_BYTES = 64 << 20;
const PROGRESS_EVERY = 1_000;

export interface CheckOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What a file that holds holds. */
export interface CheckedGraphFile {
  readonly header: GraphFileHeader;
  readonly footer: GraphFileFooter;
}

/**
 * Reads the whole file and writes nothing. Fails with INPUT_INVALID, naming the line, when it is cut short, changed, of another
 * version, or when a line or a reference from one line to another could not become part of a graph. Holds one line and the
 * keys of nodes and edges.
 */
export const checkGraphFile = async (path: string, options: CheckOptions = {}): Promise<CheckedGraphFile> => {
  const { signal, onProgress } = options;
  const checker = createRecordChecker();
  const hash = createHash("sha256");
  let header: GraphFileHeader | undefined;
  let footer: GraphFileFooter | undefined;
  const limits = { maxBytes: MAX_LINE_BYTES, ...(signal === undefined ? {} : { signal }) };
  for await (const line of readLines(path, limits)) {
    if (footer !== undefined) throw atLine(line.number, "stands after the footer");
    const parsed = parseLine(line);
    if (header === undefined) header = toHeader(parsed);
    else if (parsed.kind === "footer") footer = parsed;
    else if (parsed.kind === "header") throw atLine(line.number, "a second header");
    else checker.add(line.number, parsed);
    if (footer === undefined) hash.update(line.bytes).update("\n");
    if (line.number % PROGRESS_EVERY === 0) onProgress?.({ stage: "checking", count: line.number });
  }
  if (header === undefined) throw invalid("the file is empty");
  if (footer === undefined) throw invalid("the file has no footer: it was cut short");
  refuseOtherContent(checker.counts(), hash.digest("hex"), footer);
  checker.end();
  return { header, footer };
};

const toHeader = (line: GraphFileLine): GraphFileHeader => {
  if (line.kind !== "header") throw atLine(1, "expected the header of a stemma-graph file");
  if (line.formatVersion === GRAPH_FILE_VERSION) return line;
  const { formatVersion, version } = line;
  throw atLine(
    1,
    `form ${formatVersion} of Stemma ${version}; this program reads form ${GRAPH_FILE_VERSION}`,
  );
};

const refuseOtherContent = (
  counted: Pick<GraphFileFooter, "nodes" | "relationships" | "texts">,
  sha256: string,
  footer: GraphFileFooter,
): void => {
  for (const kind of ["nodes", "relationships", "texts"] as const) {
    if (counted[kind] === footer[kind]) continue;
    throw invalid(`the footer counts ${footer[kind]} ${kind}, the file has ${counted[kind]}`);
  }
  if (sha256 !== footer.sha256)
    throw invalid("the file does not have the hash of its footer: it was changed");
};

const invalid = (message: string): AppError => new AppError(message, { code: "INPUT_INVALID" });
