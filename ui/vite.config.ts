import { defineConfig } from "vite";

/** Where `stemma serve` answers while the page is developed with `npm run dev`. */
const SERVICE = "http://127.0.0.1:4870";

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
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
