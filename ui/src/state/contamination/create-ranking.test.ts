import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { ContaminationRanking } from "../../../../schema/contamination-ranking.ts";
import { AppError } from "../../../../schema/errors.ts";
import { aDatasetId } from "../../test-data.ts";
import { createRanking } from "./create-ranking.ts";

const aPage = (ids: readonly string[], nextCursor?: string): ContaminationRanking => ({
  total: 3,
  totals: { declared: 3 },
  benchmarks: [],
  items: ids.map((id) => ({
    id: aDatasetId(id),
    state: "traced",
    domains: [],
    level: "declared",
    distance: 1,
    confidence: 1,
    cells: [
      { benchmark: aDatasetId("b/b"), level: "declared", distance: 1, confidence: 1, ground: "declared" },
    ],
  })),
  ...(nextCursor !== undefined && { nextCursor }),
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("a ranking that grows", () => {
  it("appends the next page to the first, and begins anew with another query", async () => {
    const query = signal("order=level");
    const pages = new Map([
      ["order=level", aPage(["a/1", "a/2"], "next")],
      ["order=level&cursor=next", aPage(["a/3"])],
      ["order=name", aPage(["a/9"], "other")],
    ]);
    const ranking = createRanking({ ranking: async (asked) => pages.get(asked) ?? aPage([]) }, query);
    await settled();

    await ranking.more();

    expect(ranking.rows.value.map(({ id }) => id)).toEqual(["a/1", "a/2", "a/3"]);
    expect(ranking.hasMore.value).toBe(false);

    query.value = "order=name";
    await settled();

    expect(ranking.rows.value.map(({ id }) => id)).toEqual(["a/9"]);
    expect(ranking.hasMore.value).toBe(true);
    ranking.close();
  });

  it("keeps what is there when more cannot be fetched, and can be asked again", async () => {
    let fails = true;
    const ranking = createRanking(
      {
        ranking: async (asked) => {
          if (!asked.includes("cursor")) return aPage(["a/1"], "next");
          if (fails) throw new AppError("away", { code: "UPSTREAM_FAILED", transient: true });
          return aPage(["a/2"]);
        },
      },
      signal("order=level"),
    );
    await settled();

    await ranking.more();

    expect(ranking.moreFailure.value?.message).toBe("away");
    expect(ranking.rows.value).toHaveLength(1);
    fails = false;
    await ranking.more();
    expect(ranking.rows.value).toHaveLength(2);
    ranking.close();
  });
});
