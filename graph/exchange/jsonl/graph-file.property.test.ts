import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, asyncProperty } from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../database.ts";
import { PROPERTY_ROUNDS } from "../../engines/engine-differences.ts";
import { openEmbedded } from "../../engines/embedded/open-embedded.ts";
import { createDocumentStore } from "../../store/documents.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { GRAPH_FILE_IMPORTER } from "./graph-file-importer.ts";
import { emptyGraph, fillGraph, recordsOf, someVisits } from "./test-graph.ts";
import { writeGraphFile } from "./write-graph-file.ts";

const CONTEXT = { exportedAt: new Date("2026-03-04T05:06:07Z"), version: "1.2.3", baseUrl: "urn:stemma:" };

let folder: string;
/** The embedded engine, and the one that the environment names. */
let embedded: Database;
let other: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-graph-file-"));
  embedded = await openEmbedded();
  other = await openTestDatabase();
});
afterAll(async () => {
  await embedded.close();
  await other.close();
  await rm(folder, { recursive: true });
});

const write = async (database: Database): Promise<string> => {
  let text = "";
  for await (const piece of writeGraphFile({ database }, CONTEXT)) text += piece;
  return text;
};

/** Takes the graph of one database into the other, which is emptied before. */
const carry = async (from: Database, to: Database): Promise<void> => {
  const path = join(folder, "graph.jsonl");
  await writeFile(path, await write(from));
  await emptyGraph(to);
  const documents = createDocumentStore({ folder: join(folder, "documents") });
  const request = { path, dryRun: false, merge: false };
  await GRAPH_FILE_IMPORTER.run(request, { database: to, documents, now: () => CONTEXT.exportedAt });
};

/** Each case is some hundred statements: a server takes a second or two for them. */
const runsOn = ({ engine }: Database): number => PROPERTY_ROUNDS[engine];

it("gives an equal graph in the other engine, and back", async () => {
  await assert(
    asyncProperty(someVisits, async (visits) => {
      await fillGraph(embedded, visits);
      const records = await recordsOf(embedded);

      await carry(embedded, other);

      expect(await recordsOf(other)).toEqual(records);

      await carry(other, embedded);

      expect(await recordsOf(embedded)).toEqual(records);
    }),
    { numRuns: runsOn(other) },
  );
}, 300_000);

it("writes the same bytes of the same graph", async () => {
  await assert(
    asyncProperty(someVisits, async (visits) => {
      await fillGraph(embedded, visits);

      expect(await write(embedded)).toBe(await write(embedded));
    }),
    { numRuns: 5 },
  );
}, 60_000);
