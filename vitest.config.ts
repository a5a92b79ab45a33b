import { configDefaults, defineConfig } from "vitest/config";

/** Functions alone: their files share a worker's modules, which takes half the time. */
const PURE = ["{schema,agents,ui,examples}/**/*.test.ts"];
/** They start processes, change the environment and hold folders: each file has modules of its own. */
const WITH_A_GRAPH = ["{graph,services}/**/*.test.ts"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: "graph",
          include: WITH_A_GRAPH,
          // They need a server: npm run test:neo4j.
          exclude: [...configDefaults.exclude, "**/*.neo4j.test.ts"],
        },
      },
    ],
    // Many tests start processes of their own, which takes its time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
