import { afterEach, describe, expect, it } from "vitest";
import { makePdf } from "./testing/make-pdf.ts";
import { never } from "./testing/never.ts";
import { createTextReader, type TextReader, type TextReaderOptions } from "./text-reader.ts";

const aPage = (body: string | Uint8Array, mediaType = "text/html") => ({
  url: "https://tide.example.org/",
  body: Buffer.from(body),
  mediaType,
  retrievedAt: "2026-01-01T00:00:00.000Z",
});

let reader: TextReader | undefined;
const createReader = (options: TextReaderOptions = {}): TextReader => {
  reader = createTextReader(options);
  return reader;
};
afterEach(() => reader?.close());

describe("the text reader", { timeout: 90_000 }, () => {
  it("reads markup, PDF and plain text", async () => {
    const { read } = createReader();

    const outcomes = await Promise.all([
      read("page", aPage("<h1>Tide</h1>"), never),
      read("page", aPage(makePdf([[{ text: "From Reef." }]]), "application/pdf"), never),
      read("page", aPage("# Tide", "text/plain"), never),
      read("paper", aPage("<article class=ltx_document><p>From Reef.</p></article>"), never),
      read("page", aPage("<script>let tide;</script>"), never),
    ]);

    expect(outcomes.map((outcome) => (outcome.kind === "text" ? outcome.value.text : outcome.kind))).toEqual([
      "# Tide",
      "From Reef.",
      "# Tide",
      "From Reef.",
      "no-text",
    ]);
  });

  it("ends a page that takes too long and reads the next", async () => {
    const { read } = createReader({ readingTimeoutMs: 3000 });
    const endless = "<div>".repeat(300_000);

    const bomb = await read("page", aPage(endless), never);
    const next = await read("page", aPage("Tide", "text/plain"), never);

    expect(bomb).toMatchObject({ kind: "gave-up", reason: expect.stringContaining("3000 ms") });
    expect(next).toMatchObject({ kind: "text" });
  });

  it("survives a page that takes too much memory", async () => {
    const { read } = createReader({ memoryMegabytes: 40 });
    const marks = Array.from({ length: 400 }, (_, at) => `<b id=${at}>`).join("");
    const bomb = `<p>${marks}</p>${"<p>x</p>".repeat(50_000)}`;

    const outcome = await read("page", aPage(bomb), never);
    const next = await read("page", aPage("Tide", "text/plain"), never);

    expect(outcome).toMatchObject({ kind: "gave-up", reason: expect.stringContaining("memory") });
    expect(next).toMatchObject({ kind: "text" });
  });

  it("stops when it is cancelled", async () => {
    const { read } = createReader();
    const controller = new AbortController();
    const reading = read("page", aPage("<div>".repeat(300_000)), controller.signal);

    controller.abort(new Error("stopped"));

    await expect(reading).rejects.toThrow("stopped");
  });
});
