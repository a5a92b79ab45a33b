import { describe, expect, test } from "vitest";
import { AppError } from "../../../../schema/errors.ts";
import { anEdgeId } from "../../test-data.ts";
import { createOutbox, type Letter } from "./outbox.ts";

const settled = () => new Promise((resolve) => void setTimeout(resolve, 0));
const edge = anEdgeId("a/b", "c/d");
const aLetter = (id: string, more: Partial<Letter> = {}): Letter => ({
  id,
  path: "/api/reviews",
  body: { event: id },
  edges: [edge],
  ...more,
});

const aStorage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

/** A service that keeps each event once, and can be told to fail. */
const aService = () => {
  const written: string[] = [];
  const failures: (AppError | undefined)[] = [];
  const send = async ({ id }: Letter): Promise<object> => {
    const failure = failures.shift();
    // It may have written before the answer was lost.
    if (failure?.context["written"] !== false && !written.includes(id)) written.push(id);
    if (failure !== undefined) throw failure;
    return { id };
  };
  return { written, failures, send };
};

const lost = (written: boolean) =>
  new AppError("the service cannot be reached", {
    code: "UPSTREAM_FAILED",
    transient: true,
    context: { written },
  });

const anOutbox = (storage = aStorage(), service = aService()) => {
  const saved: string[] = [];
  const refused: [string, string][] = [];
  const timers: (() => void)[] = [];
  const outbox = createOutbox({
    storage,
    send: service.send,
    after: (_delay, action) => {
      timers.push(action);
      return () => void timers.splice(timers.indexOf(action), 1);
    },
    onSaved: ({ id }) => void saved.push(id),
    onRefused: ({ id }, { code }) => void refused.push([id, code]),
  });
  return { outbox, storage, service, saved, refused, timers };
};

describe("the outbox", () => {
  test("sends in order and keeps nothing of what was acknowledged", async () => {
    const { outbox, service, saved } = anOutbox();

    for (const id of ["one", "two", "three"]) outbox.post(aLetter(id));
    await settled();

    expect(service.written).toEqual(["one", "two", "three"]);
    expect(saved).toEqual(["one", "two", "three"]);
    expect(outbox.waiting.value).toEqual([]);
  });

  test.each([true, false])(
    "sends again what got no answer, and nothing is written twice (written before: %s)",
    async (wasWritten) => {
      const { outbox, service, timers } = anOutbox();
      service.failures.push(lost(wasWritten));

      outbox.post(aLetter("one"));
      outbox.post(aLetter("two"));
      await settled();
      expect(outbox.waiting.value.map(({ id }) => id)).toEqual(["one", "two"]);
      expect(outbox.trouble.value?.code).toBe("UPSTREAM_FAILED");
      timers[0]?.();
      await settled();

      expect(service.written).toEqual(["one", "two"]);
      expect(outbox.waiting.value).toEqual([]);
      expect(outbox.trouble.value).toBeUndefined();
    },
  );

  test("what waited when the page was left is sent by the next page", async () => {
    const first = anOutbox();
    first.service.failures.push(lost(true));
    first.outbox.post(aLetter("one"));
    await settled();
    first.outbox.close();

    const second = anOutbox(first.storage, first.service);
    await settled();

    expect(second.saved).toEqual(["one"]);
    expect(first.service.written).toEqual(["one"]);
  });

  test("two tabs of one browser take nothing of each other's away", async () => {
    const one = anOutbox();
    const other = anOutbox(one.storage);
    one.service.failures.push(lost(false));
    one.outbox.post(aLetter("one"));
    await settled();

    other.outbox.post(aLetter("two"));
    await settled();
    const third = anOutbox(one.storage);

    expect(other.saved).toEqual(["two"]);
    expect(third.outbox.waiting.value.map(({ id }) => id)).toEqual(["one"]);
  });

  test("a refusal is told and the rest goes on; the undoing of what was refused goes with it", async () => {
    const { outbox, service, refused, saved } = anOutbox();
    service.failures.push(
      new AppError("ada rejected it at noon", { code: "CONFLICT", context: { written: false } }),
    );

    outbox.post(aLetter("one"));
    outbox.post(aLetter("undoing", { undoes: "one", path: "/api/reviews/one/undo" }));
    outbox.post(aLetter("two"));
    await settled();

    expect(refused).toEqual([
      ["one", "CONFLICT"],
      ["undoing", "CONFLICT"],
    ]);
    expect(saved).toEqual(["two"]);
  });

  test("an edge is settled once nothing about it waits", async () => {
    const { outbox, service, timers } = anOutbox();
    service.failures.push(lost(false));
    outbox.post(aLetter("one"));
    await settled();
    let isSettled = false;
    const other = outbox.settled(anEdgeId("x/y", "c/d"));
    void outbox.settled(edge).then(() => (isSettled = true));

    await other;
    expect(isSettled).toBe(false);
    timers[0]?.();
    await settled();

    expect(isSettled).toBe(true);
  });

  test("a storage of nonsense is an empty one", () => {
    const storage = aStorage();
    storage.setItem("stemma.review.outbox", '[{"id":1},{"id":"x","path":"/api/traces","edges":[]},null]');

    expect(anOutbox(storage).outbox.waiting.value).toEqual([]);
  });
});
