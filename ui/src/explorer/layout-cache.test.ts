import { describe, expect, test } from "vitest";
import { graphHash } from "./graph-hash.ts";
import { createLayoutCache, type LayoutStorage } from "./layout-cache.ts";
import type { Layout } from "./layout.ts";

const aStorage = (room = Infinity) => {
  const items = new Map<string, string>();
  const storage: LayoutStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (items.size >= room) throw new Error("full");
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
  };
  return { items, storage };
};
const aLayout = (x: number): Layout => ({
  kind: "layered",
  columnGap: 230,
  nodes: new Map([["__proto__", { x, y: 1 }]]),
  bends: new Map([["edge", [{ x, y: 2 }]]]),
});

describe("the cache of layouts", () => {
  test("gives a layout back after a reload", () => {
    const { storage } = aStorage();
    createLayoutCache(storage).set("h", aLayout(5));

    expect(createLayoutCache(storage).get("h")).toEqual(aLayout(5));
  });

  test("forgets the longest unused ones, in storage too", () => {
    const { items, storage } = aStorage();
    const cache = createLayoutCache(storage);
    for (let index = 0; index < 20; index += 1) cache.set(`h${index}`, aLayout(index));

    expect(cache.get("h0")).toBeUndefined();
    expect(cache.get("h19")).toEqual(aLayout(19));
    expect(items.size).toBe(12 + 1);
  });

  test("works on when the storage is full or holds something else", () => {
    const { storage } = aStorage(0);
    const cache = createLayoutCache(storage);
    cache.set("h", aLayout(5));
    const strange = aStorage();
    strange.items.set("stemma.layout.h", '{"nodes":[["a",{"x":"left"}]],"bends":[],"columnGap":1}');
    strange.items.set("stemma.layout.i", "{");

    expect(cache.get("h")).toEqual(aLayout(5));
    expect(createLayoutCache(strange.storage).get("h")).toBeUndefined();
    expect(createLayoutCache(strange.storage).get("i")).toBeUndefined();
  });
});

describe("the hash of a graph", () => {
  const graph = {
    root: "a",
    nodes: [{ id: "a" }, { id: "b" }],
    edges: [
      { id: "1", from: "a", to: "b" },
      { id: "2", from: "b", to: "a" },
    ],
  };

  test("does not depend on the order", () => {
    const turned = { root: "a", nodes: graph.nodes.toReversed(), edges: graph.edges.toReversed() };

    expect(graphHash(turned, "layered")).toBe(graphHash(graph, "layered"));
  });

  test("differs by layout, root, node and edge", () => {
    const hashes = [
      graphHash(graph, "layered"),
      graphHash(graph, "force"),
      graphHash({ ...graph, root: "b" }, "layered"),
      graphHash({ ...graph, nodes: [...graph.nodes, { id: "c" }] }, "layered"),
      graphHash({ ...graph, edges: graph.edges.slice(1) }, "layered"),
    ];

    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
