import { describe, expect, it } from "vitest";
import { isOnSharedPageOnly } from "./shared-page.ts";
import { aSource, idOf } from "./testing/test-claims.ts";

const TARGET = idOf("acme/rivers-tools");
const page = { documentKind: "github" as const };
const onPage = (quote: string, name = "rivers-chains", proof = page) => [aSource({ name, quote }, proof)];

describe("isOnSharedPageOnly", () => {
  it("is so for a page that lists the owner's datasets side by side", () => {
    const claims = onPage("We release rivers-chains and a second set with tools.");

    expect(isOnSharedPageOnly(TARGET, idOf("acme/rivers-chains"), claims)).toBe(true);
    expect(isOnSharedPageOnly(TARGET, idOf("Acme/rivers-chains"), claims)).toBe(true);
  });

  it("does not take the target's name within the source's for a mention of the target", () => {
    const claims = onPage("| rivers-tools-mini | 70k |", "rivers-tools-mini");

    expect(isOnSharedPageOnly(TARGET, idOf("acme/rivers-tools-mini"), claims)).toBe(true);
  });

  it.each([
    ["the quote names the target", "acme/rivers-chains", onPage("rivers-tools uses rivers-chains")],
    ["the quote says built from", "acme/rivers-chains", onPage("It was built from rivers-chains.")],
    ["the quote says so in Chinese", "acme/rivers-chains", onPage("数据来自 rivers-chains")],
    ["the source is another owner's", "other/rivers-chains", onPage("We release rivers-chains.")],
    ["the source is off the Hub", "github:acme/rivers-chains", onPage("We release rivers-chains.")],
    [
      "the dataset's own card says so too",
      "acme/rivers-chains",
      [...onPage("We release rivers-chains."), aSource({ name: "rivers-chains" })],
    ],
    ["nothing speaks for it", "acme/rivers-chains", [aSource({ rejected: "sibling" }, page)]],
  ])("is not so when %s", (_case, source, claims) => {
    expect(isOnSharedPageOnly(TARGET, idOf(source), claims)).toBe(false);
  });

  it("counts no hint of the card as its word", () => {
    const claims = [...onPage("We release rivers-chains."), aSource({ score: 0.3 }, { stance: "weak" })];

    expect(isOnSharedPageOnly(TARGET, idOf("acme/rivers-chains"), claims)).toBe(true);
  });
});
