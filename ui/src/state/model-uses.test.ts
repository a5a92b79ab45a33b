import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { DatasetDetail } from "../../../schema/api.ts";
import { aDataset, aLineage, aModelUse, filterLineage } from "../test-data.ts";
import { createModelUses } from "./model-uses.ts";
import { DEFAULT_VIEW } from "./view-state.ts";

const shown = signal(filterLineage(aLineage("a/root", ["a/root>b/one"]), DEFAULT_VIEW));
const detailOf = (id: string): DatasetDetail => ({
  ...aDataset(id),
  aliases: [],
  documents: [],
  models: [aModelUse(id, "m/model")],
  clearings: [],
  rejected: 0,
});
const readAllButOne = async (id: string): Promise<DatasetDetail> => {
  if (id === "b/one") throw new Error("gone");
  return detailOf(id);
};
const settled = () => new Promise((resolve) => void setTimeout(resolve, 0));

describe("model uses", () => {
  it("are asked for only when somebody wants to see them, and once per dataset", async () => {
    const asked: string[] = [];
    const wanted = signal(false);
    const dataset = async (id: string) => {
      asked.push(id);
      return detailOf(id);
    };
    const uses = createModelUses({ api: { dataset }, shown, wanted });
    expect(asked).toEqual([]);

    wanted.value = true;
    await settled();
    wanted.value = false;
    wanted.value = true;
    await settled();

    expect(asked).toEqual(["a/root", "b/one"]);
    expect(uses.edges.value.map((edge) => edge.from)).toEqual(["a/root", "b/one"]);
    expect(uses.progress.value).toEqual({ done: 2, of: 2 });
  });

  it("do without a dataset that cannot be read", async () => {
    const uses = createModelUses({ api: { dataset: readAllButOne }, shown, wanted: signal(true) });
    await settled();

    expect(uses.edges.value.map((edge) => edge.from)).toEqual(["a/root"]);
    expect(uses.progress.value).toEqual({ done: 2, of: 2 });
  });
});
