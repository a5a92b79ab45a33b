import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{schema,graph,agents,services,ui,examples}/**/*.test.ts"],
    // They need a server: npm run test:neo4j.
    exclude: [...configDefaults.exclude, "**/*.neo4j.test.ts"],
    maxWorkers: 2,
    // Many tests start processes of their own, which takes its time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
