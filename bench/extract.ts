/**
 * Measures `extract`: writes its output for a list of documents, or times it over a crawl's cards in memory.
 *
 *   npx tsx bench/extract.ts --documents FILE --mirror DIR --out FILE
 *   npx tsx bench/extract.ts --crawl datasets.jsonl.gz
 */
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { extractDocument, extractDocuments } from "../services/use-cases/extract.ts";

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const linesOf = (input: NodeJS.ReadableStream) =>
  createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });

const extractFile = async (documents: string, mirrorFolder: string, out: string): Promise<void> => {
  const output = createWriteStream(out);
  for await (const line of extractDocuments({ lines: linesOf(createReadStream(documents)), mirrorFolder })) {
    output.write(`${JSON.stringify(line)}\n`);
  }
  await new Promise<void>((done) => {
    output.end(done);
  });
};

const CrawlLine = z.object({ id: z.string(), readme: z.string().nullable() });
const MEGABYTE = 1_000_000;

const timeCrawl = async (file: string): Promise<void> => {
  const begun = performance.now();
  let cards = 0;
  let sources = 0;
  let slowest = { ms: 0, id: "" };
  for await (const line of linesOf(createReadStream(file).pipe(createGunzip()))) {
    const { id, readme } = CrawlLine.parse(JSON.parse(line));
    if (readme === null || readme === "") continue;
    const at = performance.now();
    sources += extractDocument({ doc: `huggingface/datasets/${id}/README.md`, text: readme }).sources.length;
    const ms = performance.now() - at;
    if (ms > slowest.ms) slowest = { ms, id };
    cards += 1;
  }
  const seconds = (performance.now() - begun) / 1000;
  const rss = process.resourceUsage().maxRSS / 1000;
  print(`${cards} cards, ${sources} sources, ${seconds.toFixed(1)} s, at most ${rss.toFixed(0)} MB resident`);
  print(
    `slowest: ${slowest.id}, ${slowest.ms.toFixed(0)} ms; heap ${(process.memoryUsage().heapUsed / MEGABYTE).toFixed(0)} MB`,
  );
};

const { values } = parseArgs({
  options: {
    documents: { type: "string" },
    mirror: { type: "string", default: "." },
    out: { type: "string", default: "extracted.jsonl" },
    crawl: { type: "string" },
  },
});
if (values.documents !== undefined) await extractFile(values.documents, values.mirror, values.out);
if (values.crawl !== undefined) await timeCrawl(values.crawl);
