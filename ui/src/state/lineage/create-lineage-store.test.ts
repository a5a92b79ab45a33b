import { describe, expect, it } from "vitest";
import type { LineageView } from "../../../../schema/api.ts";
import { aDatasetId, aLineage } from "../../test-data.ts";
import type { LineageRequest } from "../api-client.ts";
import { createNavigation } from "../navigation.ts";
import { createLineageStore } from "./create-lineage-store.ts";

const settled = () => new Promise((resolve) => void setTimeout(resolve, 0));
const root = aDatasetId("a/root");

/** A store whose questions are answered when the test says so. */
const aStore = (search: string) => {
  let address = search;
  const asked: { readonly request: LineageRequest; readonly answer: (view: LineageView) => void }[] = [];
  const navigation = createNavigation({
    read: () => address,
    push: (next) => void (address = next),
    replace: (next) => void (address = next),
    subscribe: () => () => undefined,
  });
  const store = createLineageStore({
    navigation,
    api: {
      lineage: (request) => new Promise((answer) => void asked.push({ request, answer })),
      commonAncestors: () =>
        Promise.resolve({ targets: [], ancestors: [], edges: [], total: 0, truncated: false }),
    },
  });
  const answer = async (view: LineageView): Promise<void> => {
    asked.at(-1)?.answer(view);
    await settled();
  };
  return { store, navigation, asked, answer, address: () => address };
};

describe("the lineage of the view", () => {
  it("is asked for with every target and expansion", () => {
    const { asked } = aStore("/?dataset=a/root&dataset=b/two&depth=3&up=c/one&down=d/two");

    expect(asked[0]?.request).toMatchObject({
      root,
      others: ["b/two"],
      depth: 3,
      up: ["c/one"],
      down: ["d/two"],
    });
  });

  it("stays while an expansion is loading, and goes with another root", async () => {
    const { store, navigation, answer } = aStore("/?dataset=a/root");
    const first = aLineage("a/root", ["a/root>b/one"]);
    await answer(first);

    navigation.navigate({ expansions: [{ id: aDatasetId("b/one"), direction: "upstream" }] });
    expect(store.drawable.value).toBe(first);
    navigation.navigate({ root: aDatasetId("b/one"), expansions: [] });

    expect(store.drawable.value).toBeUndefined();
  });

  it("goes on under the id that the graph knows a target by", async () => {
    const { answer, address } = aStore("/?dataset=a/former&dataset=b/two");

    await answer({ ...aLineage("a/root", []), targets: [root, aDatasetId("b/two")] });

    expect(address()).toBe("/?dataset=a/root&dataset=b/two");
  });

  it("is not drawn when it is too large, until somebody says so", async () => {
    const { store, navigation, answer } = aStore("/?dataset=a/root");
    const large = { ...aLineage("a/root", ["a/root>b/one"]), truncated: true, leftOut: 98 };
    await answer(large);
    expect([store.drawable.value, store.tooLarge.value]).toEqual([undefined, { shown: 2, of: 100 }]);

    store.showAnyway();
    expect(store.drawable.value).toBe(large);

    navigation.navigate({ depth: 2 });
    await answer(large);
    expect(store.drawable.value).toBeUndefined();
  });
});

describe("common ancestors", () => {
  it("are only asked for while there are two targets", () => {
    const { store, navigation } = aStore("/?dataset=a/root");
    store.toggleCommon();
    expect(store.showsCommon.value).toBe(false);

    navigation.navigate({ others: [aDatasetId("b/two")] });

    expect(store.showsCommon.value).toBe(true);
  });
});
