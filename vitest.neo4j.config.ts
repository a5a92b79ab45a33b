import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests that open their graph so run on either engine. */
const OPENS_EITHER_ENGINE = /\b(?:openTestDatabase|onEmptyGraph|wipeTestGraph|traceExample)\b/;

/** They take minutes, and what they would show of a server others show: `write-survival` kills there, commits and imports are tested there one by one. */
const LEFT_OUT: readonly string[] = [
  "services/survival.test.ts",
  "services/example-truth.test.ts",
  "services/seeded-example.test.ts",
];

const isForNeo4j = (file: string): boolean =>
  file.endsWith(".neo4j.test.ts") ||
  (file.endsWith(".test.ts") &&
    !LEFT_OUT.includes(file) &&
    OPENS_EITHER_ENGINE.test(readFileSync(file, "utf8")));

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
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
