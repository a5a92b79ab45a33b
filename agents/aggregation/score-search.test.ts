import { describe, expect, it } from "vitest";
import type { HubDataset } from "../ports.ts";
import { scoreSearch } from "./score-search.ts";
import { aHubDataset, idOf } from "./testing/test-claims.ts";

const TARGET = { id: idOf("acme/mix"), createdAt: "2024-06-01T00:00:00.000Z", tags: ["modality:text"] };
const search = (name: string, ...found: readonly HubDataset[]) =>
  scoreSearch({ name, target: TARGET }, found);
const OLD = "2022-03-02T00:00:00.000Z";

describe("scoreSearch", () => {
  it("takes the one dataset of that name which many use", () => {
    const verdict = search(
      "GSM8K",
      aHubDataset("openai/gsm8k", { downloads: 300_000, createdAt: OLD }),
      aHubDataset("copy-cat/gsm8k", { downloads: 90, createdAt: OLD }),
      aHubDataset("acme/gsm8k-hard", { downloads: 900_000, createdAt: OLD }),
    );

    expect(verdict).toMatchObject({ kind: "one", dataset: { id: "openai/gsm8k" } });
  });

  it.each([
    ["IXL", "citron/hiita_ixl_cards"],
    ["ARC", "acme/search"],
    ["COCO", "sayvan/coco_colors"],
    ["Dolma", "allenai/dolma3"],
    ["fineweb", "acme/fineweb-2"],
    ["Tulu 2", "acme/tulu-3"],
    ["acme", "acme/rivers"],
  ])("does not take %s for %s", (name, id) => {
    expect(search(name, aHubDataset(id, { downloads: 50_000, createdAt: OLD })).kind).toBe("none");
  });

  it("does not take a dataset that is newer than the target", () => {
    const found = aHubDataset("acme/rivers-9", { downloads: 50_000, createdAt: "2025-01-01T00:00:00.000Z" });

    expect(search("Rivers 9", found).kind).toBe("none");
  });

  it("does not take the target itself", () => {
    expect(search("mix", aHubDataset("acme/mix", { downloads: 50_000 })).kind).toBe("none");
  });

  it("calls a name vague that two datasets share about equally", () => {
    const verdict = search(
      "MATH",
      aHubDataset("one/math", { downloads: 900, createdAt: OLD }),
      aHubDataset("two/MATH", { downloads: 1200, createdAt: OLD }),
    );

    expect(verdict).toMatchObject({ kind: "several", datasets: [{ id: "two/MATH" }, { id: "one/math" }] });
  });

  it("never takes a subject for the name of one dataset, however well known that one is", () => {
    const verdict = search("math", aHubDataset("camel/math", { downloads: 500_000, createdAt: OLD }));

    expect(verdict).toMatchObject({ kind: "several", datasets: [{ id: "camel/math" }] });
  });

  it("calls a name vague that only begins the names of one owner's series", () => {
    const series = ["acme/kettle-cot", "acme/kettle-proofs"].map((id) => aHubDataset(id, { createdAt: OLD }));

    expect(search("Kettle", ...series)).toMatchObject({ kind: "several" });
    expect(search("Kettle", ...series, aHubDataset("other/kettle-pictures"))).toEqual({ kind: "none" });
    expect(search("Kettle", aHubDataset("acme/kettle-cot"))).toEqual({ kind: "none" });
  });

  it("leaves a common word alone that names one unknown dataset", () => {
    expect(search("crawl", aHubDataset("someone/crawl", { downloads: 3, createdAt: OLD })).kind).toBe("none");
    expect(
      search("RiverMaths-2", aHubDataset("acme/rivermaths-2", { downloads: 3, createdAt: OLD })).kind,
    ).toBe("one");
  });

  it("doubts a dataset of another modality", () => {
    const found = aHubDataset("acme/captions-1", {
      downloads: 50_000,
      tags: ["modality:image"],
      createdAt: OLD,
    });

    expect(search("Captions 1", found).kind).toBe("none");
  });

  it("does not depend on the order of the search results", () => {
    const found = [
      aHubDataset("one/set-1", { downloads: 100 }),
      aHubDataset("two/set-1", { downloads: 100 }),
      aHubDataset("three/set-1", { downloads: 90 }),
    ];

    expect(search("Set 1", ...found)).toEqual(search("Set 1", ...found.toReversed()));
  });
});
