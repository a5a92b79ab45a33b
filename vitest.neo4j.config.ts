import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests that open their graph by one of these run on either engine. */
const OPENS_EITHER_ENGINE = /\b(?:openTestDatabase|readTestNeo4j)\b/;

const testsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith(".test.ts") && OPENS_EITHER_ENGINE.test(readFileSync(file, "utf8")));

/** `npm run test:neo4j`: one file at a time, because the server has one database and each test wipes it. */
export default defineConfig({
  test: {
    include: [...testsIn("graph"), ...testsIn("services")],
    globalSetup: "graph/testing/announce-neo4j.ts",
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
