import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{schema,graph,agents,services,ui,examples}/**/*.test.ts"],
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
