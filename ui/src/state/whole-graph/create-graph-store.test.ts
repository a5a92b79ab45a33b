import { describe, expect, it } from "vitest";
import { AppError } from "../../../../schema/errors.ts";
import { createNavigation } from "../navigation.ts";
import type { Router } from "../router.ts";
import { createGraphStore } from "./create-graph-store.ts";
import type { GraphClient } from "./graph-client.ts";
import { anOverview, aSnapshot } from "./graph-test-data.ts";

const aRouter = (address: string): Router & { readonly written: string[] } => {
  const written = [address];
  return {
    written,
    read: () => written.at(-1) ?? "/",
    push: (next) => void written.push(next),
    replace: (next) => void written.splice(-1, 1, next),
    subscribe: () => () => undefined,
  };
};

const large = (count: number) => anOverview({ total: { datasets: count, edges: 0, owners: 9 } });

const open = (address: string, client: Partial<GraphClient>) => {
  const router = aRouter(address);
  const asked: string[] = [];
  const store = createGraphStore({
    navigation: createNavigation(router),
    client: {
      overview: async (place) => {
        asked.push(`overview ${JSON.stringify(place)}`);
        return anOverview();
      },
      snapshot: async (place) => {
        asked.push(`snapshot ${JSON.stringify(place)}`);
        return aSnapshot([{ id: "acme/one" }, { id: "acme/two", domains: ["math"] }]);
      },
      ...client,
    },
  });
  return { store, router, asked };
};
const settled = () => new Promise((resolve) => void setTimeout(resolve, 0));

describe("the whole graph", () => {
  it("is drawn dataset by dataset when it is small", async () => {
    const { store } = open("/graph", {});
    await settled();

    expect(store.drawnAs.value).toBe("datasets");
    expect(store.rows.value?.map(({ key }) => key)).toEqual(["acme/one", "acme/two"]);
    expect(store.state.value).toEqual({ state: "ready" });
  });

  it("is drawn in groups when it is large, and nothing else is fetched for that", async () => {
    const { store, asked } = open("/graph", { overview: async () => large(100_000) });
    await settled();

    expect(store.drawnAs.value).toBe("groups");
    expect(store.rows.value?.map(({ key }) => key)).toEqual(["group domain math", "group domain code"]);
    expect(asked).toEqual([]);
  });

  it("is drawn the way that somebody asks for", async () => {
    const asGroups = open("/graph?as=groups", {});
    const asDatasets = open("/graph?as=datasets", { overview: async () => large(100_000) });
    await settled();

    expect(asGroups.store.drawnAs.value).toBe("groups");
    expect(asDatasets.store.drawnAs.value).toBe("datasets");
  });

  it("shows an owner's datasets, which no group can hold", async () => {
    const { store, asked } = open("/graph?within=math&owner=acme&as=groups", {
      overview: async () => anOverview({ level: "dataset", groups: [], edges: [] }),
    });
    await settled();

    expect(store.drawnAs.value).toBe("datasets");
    expect(asked).toEqual([`snapshot {"within":"math","owner":"acme","drawnAs":"groups"}`]);
  });

  it("puts where the reader goes into the address, and forgets the selection of before", async () => {
    const { store, router } = open("/graph?node=acme/one", {});
    await settled();

    store.go({ within: "math", skip: 0 });

    expect(router.written.at(-1)).toBe("/graph?within=math");
  });

  it("filters without fetching anew", async () => {
    const { store, asked } = open("/graph?without-domain=unknown", {});
    await settled();

    expect(store.rows.value?.map(({ key }) => key)).toEqual(["acme/two"]);
    expect(store.all.value).toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  it("says that it is empty, and when it could not be read, and reads it again", async () => {
    const empty = open("/graph", { overview: async () => large(0) });
    let fails = true;
    const failing = open("/graph", {
      overview: async () => {
        if (fails) throw new AppError("the engine is away", { code: "UPSTREAM_FAILED" });
        return anOverview();
      },
    });
    await settled();

    expect(empty.store.state.value).toEqual({ state: "empty" });
    expect(failing.store.state.value.state).toBe("failed");

    fails = false;
    failing.store.reload();
    await settled();
    await settled();
    expect(failing.store.state.value).toEqual({ state: "ready" });
  });
});
