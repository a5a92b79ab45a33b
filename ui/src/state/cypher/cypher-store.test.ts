import { describe, expect, it } from "vitest";
import { type CypherAnswer, QueryId, type SavedQuery } from "../../../../schema/cypher.ts";
import type { Role } from "../../../../schema/roles.ts";
import { createNavigation } from "../navigation.ts";
import type { Router } from "../router.ts";
import type { RunRequest } from "./cypher-client.ts";
import { createCypherStore } from "./cypher-store.ts";

const hubs: SavedQuery = {
  name: "hubs",
  title: "Most used sources",
  description: "By use.",
  parameters: [
    { name: "dataset", type: "dataset", description: "one", example: "a/b" },
    { name: "limit", type: "integer", description: "rows", default: 20, example: 20 },
  ],
  columns: [{ name: "id", description: "id" }],
  cypher: "\nMATCH (d {id: $dataset}) RETURN d.id AS id LIMIT $limit",
};

const aRouter = (address: string): Router & { readonly entries: string[]; back(): void } => {
  const entries = [address];
  let listener: (() => void) | undefined;
  return {
    entries,
    read: () => entries.at(-1) ?? "/",
    push: (next) => void entries.push(next),
    replace: (next) => void entries.splice(-1, 1, next),
    subscribe: (next) => {
      listener = next;
      return () => undefined;
    },
    back: () => {
      entries.pop();
      listener?.();
    },
  };
};

const aStore = async ({ address = "/cypher", role = "operator" as Role } = {}) => {
  const asked: RunRequest[] = [];
  const router = aRouter(address);
  const items = new Map<string, string>();
  const answer: CypherAnswer = {
    id: QueryId.parse("query-0001"),
    columns: ["id"],
    rows: [["a/b"]],
    truncated: false,
    counters: { rows: 1, elapsedMs: 5, engine: "embedded" },
  };
  const planned: (() => void)[] = [];
  const cancelled: string[] = [];
  let hangs = false;
  const store = createCypherStore({
    client: {
      run: async (request) => {
        asked.push(request);
        if (hangs) await new Promise(() => undefined);
        return { kind: "answered", answer };
      },
      cancel: async (id) => void cancelled.push(id),
      saved: async () => [hubs],
      session: async () => ({ name: "somebody", role, tokenNeeded: true }),
    },
    navigation: createNavigation(router),
    storage: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    },
    after: (_delayMs, action) => {
      planned.push(action);
      return () => void planned.splice(planned.indexOf(action), 1);
    },
    newId: () => "query-0001",
    now: () => new Date("2026-01-01T00:00:00Z"),
  });
  await new Promise((resolve) => setTimeout(resolve));
  return {
    store,
    asked,
    router,
    cancelled,
    hang: () => (hangs = true),
    rest: () => planned.splice(0).forEach((action) => action()),
  };
};

describe("the question", () => {
  it("begins with the dataset that is looked at", async () => {
    const { store } = await aStore({ address: "/cypher?dataset=a/b" });

    expect(store.draft.value.parameters).toEqual({ dataset: "a/b" });
    expect(store.parameterNames.value).toEqual(["dataset"]);
  });

  it("comes from a link, with its parameters and the way its result is shown", async () => {
    const { store } = await aStore({ address: "/cypher?query=RETURN%20$x&param=x=5&result=json" });

    expect(store.draft.value).toEqual({ text: "RETURN $x", parameters: { x: "5" } });
    expect(store.result.value).toBe("json");
  });

  it("is in the address once the typing rests, and the back button brings the one before", async () => {
    const { store, router, rest } = await aStore({ address: "/cypher?query=RETURN%201" });
    store.type("RETURN 2");
    expect(router.entries).toEqual(["/cypher?query=RETURN%201"]);

    await store.start();
    store.type("RETURN 3");
    rest();

    expect(router.entries).toEqual(["/cypher?query=RETURN%201", "/cypher?query=RETURN%203"]);
    router.back();
    expect(store.draft.value.text).toBe("RETURN 1");
  });

  it("gives what is written to the service by its type, and leaves out what is empty", async () => {
    const { store, asked } = await aStore({ address: "/cypher?query=RETURN%20$n,%20$text,%20$no" });
    store.setParameter("n", "5");
    store.setParameter("text", "five");

    await store.start();

    expect(asked[0]).toMatchObject({
      what: { text: "RETURN $n, $text, $no" },
      parameters: { n: 5, text: "five" },
    });
    expect(Object.keys(asked[0]?.parameters ?? {})).toEqual(["n", "text"]);
  });

  it("is kept in the history with its rows and time", async () => {
    const { store } = await aStore({ address: "/cypher?query=RETURN%201" });

    await store.start();

    expect(store.history.entries.value).toMatchObject([{ text: "RETURN 1", rows: 1, elapsedMs: 5 }]);
  });
});

describe("a page that is left", () => {
  it("no longer runs what it ran, nor writes what was typed into another page's address", async () => {
    const { store, router, rest, cancelled, hang } = await aStore({ address: "/cypher?query=RETURN%201" });
    hang();
    void store.start();
    store.type("RETURN 2");

    store.close();
    rest();

    expect(cancelled).toEqual(["query-0001"]);
    expect(router.entries).toEqual(["/cypher?query=RETURN%201"]);
  });
});

describe("a saved query", () => {
  it("is run by its name, not before it has what it needs, and with no less than the usual time", async () => {
    const { store, asked } = await aStore();
    store.limits.value = { timeoutMs: 1_000, maxRows: 7 };
    store.choose(hubs);
    expect(store.mayRun.value).toBe(false);

    store.setParameter("dataset", "123");
    expect(store.mayRun.value).toBe(true);
    await store.start();

    expect(asked[0]).toMatchObject({
      what: { saved: "hubs" },
      parameters: { dataset: "123" },
      timeoutMs: 10_000,
      maxRows: 7,
    });
  });

  it("is somebody's own text once that is changed", async () => {
    const { store, asked } = await aStore();
    store.choose(hubs);
    store.setParameter("dataset", "a/b");

    store.type(`${hubs.cypher} // more`);
    await store.start();

    expect(store.chosen.value).toBeUndefined();
    expect(asked[0]?.what).toHaveProperty("text");
  });

  it("may be run by who may not run texts", async () => {
    const { store } = await aStore({ role: "viewer" });
    expect(store.mayRunTexts.value).toBe(false);
    expect(store.mayRun.value).toBe(false);

    store.choose(hubs);
    store.setParameter("dataset", "a/b");

    expect(store.mayRun.value).toBe(true);
  });
});
