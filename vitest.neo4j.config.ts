import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests that open their graph so run on either engine. */
const OPENS_EITHER_ENGINE = /\b(?:openTestDatabase|onEmptyGraph|wipeTestGraph|traceExample)\b/;

/** Takes minutes, and what a kill does to a server's graph `write-survival.test.ts` shows; `bench/kill-trace.ts` runs it there too. */
const LEFT_OUT = "services/survival.test.ts";

const isForNeo4j = (file: string): boolean =>
  file.endsWith(".neo4j.test.ts") ||
  (file.endsWith(".test.ts") && file !== LEFT_OUT && OPENS_EITHER_ENGINE.test(readFileSync(file, "utf8")));

const testsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter(isForNeo4j);

/** `npm run test:neo4j`: one file at a time, because the server has one database and each test wipes it. */
export default defineConfig({
  test: {
    include: [...testsIn("graph"), ...testsIn("services")],
    globalSetup: "graph/testing/announce-neo4j.ts",
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
