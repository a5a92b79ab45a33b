import { describe, expect, it } from "vitest";
import { DEFAULT_VIEW } from "../view-state.ts";
import { isShown } from "./graph-filter.ts";
import { toDatasetRows, toGroupRows } from "./graph-rows.ts";
import { aGroup, aSnapshot, anOverview } from "./graph-test-data.ts";
import { sortRows } from "./sort-rows.ts";

const rows = toDatasetRows(
  aSnapshot([
    { id: "acme/exam", domains: ["math"], isBenchmark: true, uses: 2 },
    {
      id: "acme/mix",
      domains: ["math", "code"],
      level: "declared",
      uses: 9,
      licence: "mit",
      created: 19_783,
    },
    { id: "name:__proto__", uses: 5 },
  ]),
);

const order = (by: Parameters<typeof sortRows>[1]) =>
  sortRows(rows, by, ({ key }) => key).map(({ key }) => key);

const hide = (filters: Partial<typeof DEFAULT_VIEW.filters>) => ({
  ...DEFAULT_VIEW,
  filters: { ...DEFAULT_VIEW.filters, ...filters },
});

const shown = (filters: Partial<typeof DEFAULT_VIEW.filters>) =>
  rows.filter((row) => isShown(row, hide(filters))).map(({ key }) => key);

describe("the rows of a snapshot", () => {
  it("say of each dataset what the columns say", () => {
    expect(rows[1]).toMatchObject({
      id: "acme/mix",
      kind: "dataset",
      state: "traced",
      domains: ["math", "code"],
      level: "declared",
      licence: "mit",
      createdOn: "2024-03-01",
      uses: 9,
    });
    expect(rows[0]?.kind).toBe("benchmark");
    expect(rows[2]).toMatchObject({ kind: "off-hub", domains: [], licence: undefined, createdOn: undefined });
  });

  it("are ranked by uses, by contamination and by name", () => {
    expect(order("size")).toEqual(["acme/mix", "name:__proto__", "acme/exam"]);
    expect(order("contaminated")[0]).toBe("acme/mix");
    expect(order("name")).toEqual(["acme/exam", "acme/mix", "name:__proto__"]);
  });

  it("are hidden by a domain only when all of theirs are hidden", () => {
    expect(shown({ hiddenDomains: ["math"] })).toEqual(["acme/mix", "name:__proto__"]);
    expect(shown({ hiddenDomains: ["unknown"] })).toEqual(["acme/exam", "acme/mix"]);
    expect(shown({ hiddenLevels: ["none"] })).toEqual(["acme/mix"]);
  });
});

describe("the rows of an overview", () => {
  it("count what runs to and from a group, shown or not, and what is contaminated", () => {
    const [math, code] = toGroupRows(anOverview());

    expect(math).toMatchObject({ sources: 6, uses: 0, contaminated: 1, level: "declared" });
    expect(code).toMatchObject({ sources: 0, uses: 5, contaminated: 0, level: "none" });
  });

  it("are ranked with the group of all others last, however large it is", () => {
    const groups = [
      aGroup({ kind: "rest", name: "", datasets: 90 }),
      aGroup({ kind: "owner", name: "acme", datasets: 2 }),
      aGroup({ kind: "owner", name: "zeta", datasets: 5 }),
    ];
    const ranked = sortRows(toGroupRows(anOverview({ groups, edges: [] })), "size", ({ key }) => key);

    expect(ranked.map(({ key }) => key)).toEqual(["group owner zeta", "group owner acme", "group rest "]);
  });

  it("are hidden with their domain, and when every level in them is hidden", () => {
    const [math] = toGroupRows(anOverview());
    const [cleared] = toGroupRows(anOverview({ groups: [aGroup({ levels: { none: 1 } })], edges: [] }));
    expect(math && isShown(math, hide({ hiddenDomains: ["math"] }))).toBe(false);
    expect(math && isShown(math, hide({ hiddenLevels: ["none"] }))).toBe(true);
    expect(cleared && isShown(cleared, hide({ hiddenLevels: ["none"] }))).toBe(false);
  });
});
