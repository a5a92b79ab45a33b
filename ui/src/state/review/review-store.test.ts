import { describe, expect, test } from "vitest";
import { AppError } from "../../../../schema/errors.ts";
import type { EdgeId } from "../../../../schema/ids.ts";
import type { Role } from "../../../../schema/roles.ts";
import type { QueueDetail, QueueItem } from "../../../../schema/review-queue.ts";
import { anEdge } from "../../test-data.ts";
import { createNavigation } from "../navigation.ts";
import type { ReviewClient } from "./review-client.ts";
import { createReviewStore } from "./review-store.ts";

const settled = () => new Promise((resolve) => void setTimeout(resolve, 5));

const anItem = (to: string, more: Partial<QueueItem> = {}): QueueItem => ({
  why: ["flagged"],
  edge: anEdge("acme/mix", to, { status: "flagged" }),
  from: { id: "acme/mix", name: "mix", isBenchmark: false },
  to: { id: to, name: to, isBenchmark: false },
  value: {
    total: 1,
    disagreement: 1,
    parts: { confidence: 1, tracers: 0, stance: 0, checks: 0, resolution: 0 },
    stake: 1,
    datasets: 1,
    flags: 0,
    benchmarks: [],
  },
  revision: 3,
  blind: false,
  proposals: [],
  skipped: false,
  ...more,
});

const idOf = (to: string): EdgeId => anItem(to).edge.id;

/** A service in memory: a queue, and what was sent to it. */
const aService = (items: readonly QueueItem[], role: Role = "reviewer") => {
  const waiting = new Map(items.map((item) => [item.edge.id, item]));
  const asked: string[] = [];
  const sent: Record<string, unknown>[] = [];
  const failures: AppError[] = [];
  const detailOf = (edge: EdgeId): QueueDetail => {
    const item = items.find((one) => one.edge.id === edge);
    if (item === undefined) throw new AppError("no such edge", { code: "NOT_FOUND" });
    return { item, evidence: [], history: 0, candidates: [] };
  };
  const client: ReviewClient = {
    session: async () => ({ name: "ada", role, tokenNeeded: false }),
    queue: async () => ({
      items: [...waiting.values()],
      total: waiting.size,
      reasons: { contradicted: 0, proposed: 0, flagged: waiting.size, second: 0, audit: 0 },
    }),
    item: async (edge) => detailOf(edge),
    take: async (edge) => {
      asked.push(`take ${edge}`);
      const { held } = detailOf(edge).item;
      if (held !== undefined && !held.mine) throw new AppError("bob has it", { code: "CONFLICT" });
      return { taken: detailOf(edge), total: waiting.size };
    },
    release: async (edge) => void asked.push(`release ${edge}`),
    document: () => Promise.reject(new AppError("no documents here", { code: "NOT_FOUND" })),
    history: () => Promise.reject(new AppError("no history here", { code: "NOT_FOUND" })),
    statistics: () => Promise.reject(new AppError("no figures here", { code: "NOT_FOUND" })),
    bulk: () => Promise.reject(new AppError("not asked for", { code: "INTERNAL" })),
    deliver: async ({ path, body }) => {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      const words = { path, ...(body as Record<string, unknown>) };
      sent.push(words);
      waiting.delete((words as { edge?: EdgeId }).edge ?? ("" as EdgeId));
      return words;
    },
  };
  return { client, asked, sent, failures };
};

const aStorage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

const aStore = (service: ReturnType<typeof aService>, address = "/review", storage = aStorage()) => {
  let current = address;
  let ids = 0;
  const navigation = createNavigation({
    read: () => current,
    push: (next) => void (current = next),
    replace: (next) => void (current = next),
    subscribe: () => () => undefined,
  });
  const store = createReviewStore({
    client: service.client,
    api: { search: () => Promise.reject(new AppError("not asked for", { code: "INTERNAL" })) },
    navigation,
    storage,
    tabStorage: storage,
    newId: () => `event-${(ids += 1)}`,
    now: () => new Date("2026-01-02T03:04:05.000Z"),
    after: () => () => undefined,
    isVisible: true,
  });
  return { store, address: () => current, storage };
};

const THREE = ["acme/one", "acme/two", "acme/three"];

describe("the review page", () => {
  test("opens the first item, holds it and the one behind it, and goes on after a decision", async () => {
    const service = aService(THREE.map((to) => anItem(to)));
    const { store, address } = aStore(service);
    await settled();

    expect(address()).toBe(`/review?edge=${idOf("acme/one")}`);
    expect(service.asked).toEqual([`take ${idOf("acme/one")}`, `take ${idOf("acme/two")}`]);
    store.decide({ verdict: "accepted" });
    expect(store.currentId.value).toBe(idOf("acme/two"));
    await settled();

    expect(service.sent).toMatchObject([
      { kind: "decided", edge: idOf("acme/one"), revision: 3, event: "event-1", seconds: 0 },
    ]);
    expect(store.coming.value.map(({ edge }) => edge.to)).toEqual(["acme/two", "acme/three"]);
    expect(service.asked).toContain(`release ${idOf("acme/one")}`);
    expect(service.asked).toContain(`take ${idOf("acme/three")}`);
  });

  test("a blind look is sent as such, without a revision", async () => {
    const service = aService([anItem("acme/one", { blind: true, why: ["second"] })]);
    const { store } = aStore(service);
    await settled();

    store.decide({ verdict: "rejected", reason: "cited-only" });
    await settled();

    expect(service.sent).toMatchObject([{ kind: "decided", blind: true }]);
    expect(service.sent[0]).not.toHaveProperty("revision");
  });

  test("a viewer takes nothing, proposes, and leaves no word by skipping", async () => {
    const service = aService(
      THREE.map((to) => anItem(to)),
      "viewer",
    );
    const { store } = aStore(service);
    await settled();

    store.skip();
    await settled();
    store.decide({ verdict: "accepted" });
    await settled();

    expect(service.asked).toEqual([]);
    expect(service.sent).toMatchObject([{ kind: "proposed", edge: idOf("acme/two") }]);
  });

  test("undo shows the edge again, as often as there is something to undo; then it says that there is nothing", async () => {
    const service = aService(THREE.map((to) => anItem(to)));
    const { store } = aStore(service);
    await settled();
    store.decide({ verdict: "accepted" });
    await settled();
    store.decide({ verdict: "accepted" });
    await settled();

    store.undo();
    expect(store.currentId.value).toBe(idOf("acme/two"));
    await settled();
    store.undo();
    await settled();
    store.undo();

    expect(store.currentId.value).toBe(idOf("acme/one"));
    expect(service.sent.slice(2).map(({ path }) => path)).toEqual([
      "/api/reviews/event-2/undo",
      "/api/reviews/event-1/undo",
    ]);
    expect(store.said.value).toEqual({ kind: "nothing-to-undo" });
  });

  test("what somebody else has open is looked at, not decided on, and passed over on the way", async () => {
    const held = { by: "bob", until: "2026-01-02T03:06:00.000Z", mine: false };
    const service = aService([anItem("acme/one"), anItem("acme/two", { held }), anItem("acme/three")]);
    const { store } = aStore(service, `/review?edge=${idOf("acme/two")}`);
    await settled();

    expect(store.current.value.value?.heldBy).toEqual(held);
    store.decide({ verdict: "accepted" });
    await settled();
    expect(service.sent).toEqual([]);
    store.step(1);
    expect(store.currentId.value).toBe(idOf("acme/three"));
    store.step(1);

    expect(store.currentId.value).toBe(idOf("acme/one"));
  });

  test("a decision that came too late is told with the service's words, and the work goes on", async () => {
    const service = aService(THREE.map((to) => anItem(to)));
    const { store } = aStore(service);
    await settled();
    service.failures.push(new AppError("bob rejected it at noon", { code: "CONFLICT" }));

    store.decide({ verdict: "accepted" });
    await settled();

    expect(store.notices.value).toMatchObject([
      { why: "bob rejected it at noon", isConflict: true, decision: { to: "acme/one" } },
    ]);
    expect(store.past.all.value[0]?.refused).toBe("bob rejected it at noon");
    expect(store.past.undoable.value).toBeUndefined();
    expect(store.currentId.value).toBe(idOf("acme/two"));
  });

  test("after a reload the decisions are there, and what was not saved is sent", async () => {
    const service = aService(THREE.map((to) => anItem(to)));
    const first = aStore(service);
    await settled();
    service.failures.push(new AppError("away", { code: "UPSTREAM_FAILED", transient: true }));
    first.store.decide({ verdict: "accepted" });
    await settled();
    expect(service.sent).toEqual([]);
    first.store.close();

    const second = aStore(service, "/review", first.storage);
    await settled();

    expect(service.sent).toMatchObject([{ edge: idOf("acme/one"), event: "event-1" }]);
    expect(second.store.past.all.value).toHaveLength(1);
    expect(second.store.outbox.waiting.value).toEqual([]);
  });

  test("with nothing left nothing is open", async () => {
    const service = aService([anItem("acme/one")]);
    const { store, address } = aStore(service);
    await settled();

    store.decide({ verdict: "accepted" });
    await settled();

    expect(address()).toBe("/review");
    expect(store.coming.value).toEqual([]);
    expect(store.queue.value.value?.total).toBe(0);
  });
});
