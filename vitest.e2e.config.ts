import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.test.ts"],
    globalSetup: "e2e/prepare-graph.ts",
    fileParallelism: false,
    // On CI a browser that draws in software shares two cores with a database server; what passes the second time is reported as retried.
    retry: process.env["CI"] === undefined ? 0 : 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
