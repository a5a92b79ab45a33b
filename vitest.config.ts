import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{schema,graph,agents,services,ui,examples}/**/*.test.ts"],
    // They need a server: npm run test:neo4j.
    exclude: [...configDefaults.exclude, "**/*.neo4j.test.ts"],
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
