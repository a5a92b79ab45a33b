import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeLineageFacts } from "../graph/exchange/published/lineage-facts.ts";
import type { Publication } from "../graph/exchange/published/published-lineage.ts";
import { readPublishedLineage } from "../graph/exchange/published/read-published-lineage.ts";

/**
 * Makes the seed from the published lineage files: `node --import tsx seed/build-seed.ts FOLDER`. Facts alone are kept (ids,
 * relations, confidences, kinds of document, months, domains, downloads), and the same files give the same seed.
 */
const PUBLICATION: Publication = {
  citation: "arXiv:2604.10480",
  url: "https://github.com/Leey21/data-lineage",
  revision: "9611c07",
};

const PARTS = [
  { part: "text", seed: "lineage.jsonl" },
  { part: "multimodal", seed: "lineage-multimodal.jsonl" },
] as const;

const build = async (folder: string): Promise<void> => {
  for (const { part, seed } of PARTS) {
    const read = async (kind: string) => {
      const name = `${part}-${kind}.jsonl`;
      return { name, text: await readFile(join(folder, name), "utf8") };
    };
    const files = { graph: await read("graph"), data: await read("data") };
    const { lineage, notes } = readPublishedLineage(files, { ...PUBLICATION, part });
    await writeFile(join(import.meta.dirname, seed), writeLineageFacts(lineage));
    process.stdout.write(`${seed}: ${lineage.datasets.length} datasets, ${lineage.edges.length} edges\n`);
    process.stdout.write(`${JSON.stringify(notes, null, 2)}\n`);
  }
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("usage: node --import tsx seed/build-seed.ts FOLDER\n");
  process.exitCode = 2;
} else {
  await build(folder);
}
