import { describe, expect, it } from "vitest";
import { readPdfText } from "./pdf-text.ts";
import { makePdf } from "./testing/make-pdf.ts";

describe("readPdfText", () => {
  it("gives headings by their size and joins lines to paragraphs", async () => {
    const pdf = makePdf([
      [
        { text: "Tide: A Mixture of Sets", size: 18 },
        { text: "Abstract", size: 12, gap: 30 },
        { text: "We present Tide, a set of problems that is built", gap: 20 },
        { text: "from Harbour and from Reef, two open collec-" },
        { text: "tions of exercises." },
        { text: "A second paragraph stands lower.", gap: 24 },
      ],
      [
        { text: "3 Data Sources", size: 12, gap: 30 },
        { text: "3.1 Harbour", size: 11, gap: 20 },
        { text: "All of Harbour is taken over, which makes 1.5 million rows.", gap: 16 },
      ],
    ]);

    expect(await readPdfText(pdf)).toEqual({
      text: [
        "# Tide: A Mixture of Sets",
        "## Abstract",
        "We present Tide, a set of problems that is built\nfrom Harbour and from Reef, two open collections of exercises.",
        "A second paragraph stands lower.",
        "## 3 Data Sources",
        "### 3.1 Harbour",
        "All of Harbour is taken over, which makes 1.5 million rows.",
      ].join("\n\n"),
    });
  });

  it.each([
    ["no PDF", "Rate exceeded."],
    ["only a beginning", Buffer.from(makePdf([[{ text: "Tide" }]])).subarray(0, 60)],
    ["empty", ""],
  ])("gives nothing for a file that is %s", async (_name, bytes) => {
    expect((await readPdfText(Buffer.from(bytes)))?.text ?? "").toBe("");
  });

  it("reads what is left of a file whose table of objects is damaged", async () => {
    const text = Buffer.from(makePdf([[{ text: "Built from Harbour." }]])).toString("latin1");

    const damaged = Buffer.from(text.replace(/xref\n0 \d+/, "xref\n0 999"), "latin1");

    expect((await readPdfText(damaged))?.text).toContain("Built from Harbour.");
  });

  it("runs no script of the file", async () => {
    const text = Buffer.from(makePdf([[{ text: "Tide" }]])).toString("latin1");
    const action = "/OpenAction << /S /JavaScript /JS (globalThis.pdfScriptRan = true) >>";

    await readPdfText(Buffer.from(text.replace("/Type /Catalog", `/Type /Catalog ${action}`), "latin1"));

    expect("pdfScriptRan" in globalThis).toBe(false);
  });
});
