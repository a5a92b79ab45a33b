import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freezeDocument, normaliseText } from "./freeze-document.ts";

const FACTS = { kind: "card", url: "https://example.org/", retrievedAt: "2026-01-01T00:00:00.000Z" } as const;

describe("freezeDocument", () => {
  it("names a text by the hash and size of its UTF-8 form", () => {
    const { document, text } = freezeDocument({ ...FACTS, text: "潮\r\n" });

    expect(text).toBe("潮\n");
    expect(document.bytes).toBe(4);
    expect(document.sha256).toBe(createHash("sha256").update("潮\n").digest("hex"));
  });

  it("gives texts that differ in line ends alone the same hash", () => {
    const hashes = ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "\uFEFFa\nb\n"].map(
      (text) => freezeDocument({ ...FACTS, text }).document.sha256,
    );

    expect(new Set(hashes).size).toBe(1);
  });

  it("replaces what UTF-8 or a database cannot hold", () => {
    expect(normaliseText("a\0b\uD800c\uDC00d😀")).toBe("a\uFFFDb\uFFFDc\uFFFDd😀");
  });

  it("changes a text no further once it is normal, and survives UTF-8 unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 50 }), (raw) => {
        const text = normaliseText(raw);

        expect(normaliseText(text)).toBe(text.replace(/^\uFEFF/, ""));
        expect(Buffer.from(text, "utf8").toString("utf8")).toBe(text);
      }),
    );
  });
});
