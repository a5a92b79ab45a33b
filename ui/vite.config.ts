import { defineConfig } from "vite";

/** Where `stemma serve` answers while the page is developed with `npm run dev`. */
const SERVICE = "http://127.0.0.1:4870";

/**
 * All that every page begins with is one file. Left alone, the bundler makes a file of each few modules that a page of its own needs
 * as well: seventeen requests for the first paint, of which a browser makes six at a time.
 */
const BASE = "base";
interface Modules {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}
const known = new Map<string, boolean>();
const isOfEveryPage = (id: string, modules: Modules): boolean => {
  const before = known.get(id);
  if (before !== undefined) return before;
  known.set(id, false);
  const info = modules.getModuleInfo(id);
  const answer = info !== null && (info.isEntry || info.importers.some((one) => isOfEveryPage(one, modules)));
  known.set(id, answer);
  return answer;
};

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ debugName: BASE, name: (id, modules) => (isOfEveryPage(id, modules) ? BASE : null) }],
        },
      },
    },
    outDir: "../dist/ui",
    emptyOutDir: true,
    target: "es2023",
    /** The layout worker alone is 1.5 MB; it is loaded only when a lineage is drawn. */
    chunkSizeWarningLimit: 1600,
    /** Inlined data: URLs would need a wider content security policy. */
    assetsInlineLimit: 0,
  },
  /** The layout library's worker is a script with an export; the bundler warns unless that has a name. */
  worker: { rolldownOptions: { output: { name: "elkWorker" } } },
  server: {
    proxy: { "/api": { target: SERVICE, ws: true } },
  },
});
