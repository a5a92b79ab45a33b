import { describe, expect, it } from "vitest";
import { MAX_ADDRESS_LENGTH, SavedViewDraft, ViewAddress } from "./saved-view.ts";

describe("ViewAddress", () => {
  it.each([
    "/",
    "/?dataset=openai/gsm8k&depth=3",
    "/contamination?benchmark=openai/gsm8k",
    "/cypher?query=MATCH%20(n)%20RETURN%20n",
    "/?dataset=name:%E5%A4%9A",
  ])("takes %s", (address) => {
    expect(ViewAddress.safeParse(address).success).toBe(true);
  });

  it.each([
    "",
    "dataset=a/b",
    "//evil.example/",
    "/\\evil.example",
    "/%5cevil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/javascript:alert(1)",
    "/../api/traces",
    "/api/traces",
    "/api",
    "/assets/index.js",
    "/embed?dataset=a/b",
    "/?dataset=a/b#part",
    "/?token=stemma_secret",
    "/?dataset=a/b&token=x",
    "/?a=\u0000",
    "/?a=\n/b",
    "/?a=b c",
    "/?a=<script>",
    `/?a=${"x".repeat(MAX_ADDRESS_LENGTH)}`,
  ])("refuses %j", (address) => {
    expect(ViewAddress.safeParse(address).success).toBe(false);
  });
});

describe("a draft", () => {
  it.each(["", "   ", "two\nlines", "\u200b\u202e", "x".repeat(121)])("is not called %j", (name) => {
    expect(SavedViewDraft.safeParse({ name, address: "/" }).success).toBe(false);
  });

  it("keeps its name without the blanks around it", () => {
    expect(SavedViewDraft.parse({ name: "  Mathematics  ", address: "/" }).name).toBe("Mathematics");
  });
});
