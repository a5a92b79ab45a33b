import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../schema/claim.ts";
import { DatasetId, Sha256 } from "../../schema/ids.ts";
import type { DocumentKind } from "../../schema/vocabulary.ts";
import type { RuleInput } from "./rules/rule-input.ts";
import { traceDocument } from "./trace-document.ts";

const trace = async (text: string, kind: DocumentKind, rules: (input: RuleInput) => readonly Claim[]) =>
  traceDocument(
    {
      target: DatasetId.parse("acme/mix"),
      text,
      document: {
        sha256: Sha256.parse(createHash("sha256").update(text).digest("hex")),
        kind,
        url: "https://example.org/d",
        bytes: Buffer.byteLength(text),
        retrievedAt: "2026-01-01T00:00:00.000Z",
      },
    },
    { rules },
    new AbortController().signal,
  );

describe("traceDocument", () => {
  it("shows the rules a text of the same length without its noise, but with its code", async () => {
    const text = "Built from Rivers.\n\n<!-- from Ponds -->\n\n```python\nload_dataset('acme/lakes')\n```\n";
    const seen: RuleInput[] = [];

    await trace(text, "card", (input) => {
      seen.push(input);
      return [];
    });

    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ target: "acme/mix", kind: "card", url: "https://example.org/d" });
    expect(seen[0]?.text).toHaveLength(text.length);
    expect(seen[0]?.text).toMatch(/Rivers[^]*load_dataset/);
    expect(seen[0]?.text).not.toContain("Ponds");
  });

  it("quotes the document as it is stored, also across a hidden range", async () => {
    const text = "Built from\n\n<!-- note -->\n\nRivers.";

    const { claims, calls } = await trace(text, "card", (input) => [
      {
        kind: "source",
        name: "Rivers",
        quote: input.text,
        span: { start: 0, end: text.length },
        tracer: "rules",
        score: 0.9,
        relation: "inclusion",
      },
    ]);

    expect(claims[0]?.quote).toBe(text);
    expect(calls).toEqual([]);
  });
});
