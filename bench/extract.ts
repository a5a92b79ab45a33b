/**
 * Measures `extract`: writes its output for a list of documents, or times it over a crawl's cards.
 *
 *   npx tsx bench/extract.ts --documents FILE --mirror DIR --out FILE
 *   npx tsx bench/extract.ts --crawl datasets.jsonl.gz
 */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { ExtractOutput } from "../schema/api.ts";
import { extractInParallel } from "../services/use-cases/extract-in-parallel.ts";

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const linesOf = (input: NodeJS.ReadableStream) =>
  createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });

const extractFile = async (documents: string, mirrorFolder: string, out: string): Promise<void> => {
  const output = createWriteStream(out);
  for await (const line of extractInParallel({ lines: linesOf(createReadStream(documents)), mirrorFolder })) {
    output.write(`${line}\n`);
  }
  await new Promise<void>((done) => {
    output.end(done);
  });
};

const CrawlLine = z.object({ id: z.string(), readme: z.string().nullable() });

/** Lays the crawl's cards out as a mirror, then times what `stemma extract` does with them: all cores, files and all. */
const timeCrawl = async (file: string): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "stemma-crawl-"));
  try {
    const lines: string[] = [];
    for await (const line of linesOf(createReadStream(file).pipe(createGunzip()))) {
      const { id, readme } = CrawlLine.parse(JSON.parse(line));
      if (readme === null || readme === "") continue;
      const doc = `huggingface/datasets/${id}/README.md`;
      await mkdir(dirname(join(folder, doc)), { recursive: true });
      await writeFile(join(folder, doc), readme);
      lines.push(JSON.stringify({ doc, target: id }));
    }
    const begun = performance.now();
    let sources = 0;
    for await (const output of extractInParallel({ lines, mirrorFolder: folder })) {
      sources += ExtractOutput.parse(JSON.parse(output)).sources.length;
    }
    const seconds = (performance.now() - begun) / 1000;
    const { maxRSS, userCPUTime } = process.resourceUsage();
    const rss = (maxRSS / 1000).toFixed(0);
    const cpu = (userCPUTime / 1_000_000).toFixed(1);
    print(
      `${lines.length} cards, ${sources} sources, ${seconds.toFixed(1)} s (${cpu} s of processor), at most ${rss} MB`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
