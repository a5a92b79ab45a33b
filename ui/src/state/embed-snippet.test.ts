import { expect, it } from "vitest";
import { aDatasetId, aSha256, aTraceId } from "../test-data.ts";
import { embedAddress, toSnippet } from "./embed-snippet.ts";
import { DEFAULT_VIEW } from "./view-state.ts";

it("keeps of a view what a frame shows", () => {
  const address = embedAddress({
    ...DEFAULT_VIEW,
    root: aDatasetId("a/b"),
    depth: 3,
    layout: "force",
    selection: { kind: "dataset", id: aDatasetId("c/d") },
    document: { sha256: aSha256 },
    trace: aTraceId,
    chosen: [aDatasetId("c/d")],
    showTable: true,
  });

  expect(address).toBe("/embed?dataset=a/b&depth=3&layout=force&node=c/d");
});

it("writes a frame that cannot leave its place, with what it is given as text", () => {
  const html = toSnippet("https://s.example/embed?a=1&b=2", { width: "100%", height: 480 }, '"><script>');

  expect(html).toBe(
    '<iframe src="https://s.example/embed?a=1&amp;b=2" title="&quot;&gt;&lt;script&gt;" width="100%" height="480" loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" style="border: 0"></iframe>',
  );
});
