import { describe, expect, it } from "vitest";
import { createServiceWatch } from "./service-watch.ts";

const aWatch = ({ isWatched = true } = {}) => {
  const asked: string[] = [];
  const planned: { readonly delayMs: number; readonly action: () => void }[] = [];
  let answers = true;
  const watch = createServiceWatch({
    send: async (address) => {
      asked.push(typeof address === "string" ? address : "other");
      if (!answers) throw new TypeError("failed to fetch");
      return new Response("{}");
    },
    after: (delayMs, action) => void planned.push({ delayMs, action }),
    isWatched: () => isWatched,
  });
  return {
    watch,
    asked,
    planned,
    set: (next: boolean) => (answers = next),
    /** Runs what waits that long, until its request is over. */
    pass: async (delayMs: number) => {
      const [next] = planned.splice(
        planned.findIndex((one) => one.delayMs === delayMs),
        1,
      );
      next?.action();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
};

describe("a watched service", () => {
  it("is away from the first request that finds nobody until one is answered", async () => {
    const { watch, set } = aWatch();
    set(false);
    await watch.send("/api/datasets").catch(() => undefined);
    expect(watch.isAway.value).toBe(true);

    set(true);
    await watch.send("/api/datasets");

    expect(watch.isAway.value).toBe(false);
    expect(watch.returns.value).toBe(1);
  });

  it("is asked for by the page itself, and every two seconds while it is away", async () => {
    const { watch, set, pass, asked, planned } = aWatch();
    set(false);

    await pass(15_000);

    expect(asked).toEqual(["/api/health"]);
    expect(watch.isAway.value).toBe(true);
    await pass(2_000);
    expect(asked).toHaveLength(2);
    set(true);
    await pass(2_000);
    expect(watch.isAway.value).toBe(false);
    expect(planned.map(({ delayMs }) => delayMs)).toEqual([15_000]);
  });

  it("is left alone while nobody looks at the page", async () => {
    const { pass, asked, planned } = aWatch({ isWatched: false });

    await pass(15_000);

    expect(asked).toEqual([]);
    expect(planned).toHaveLength(1);
  });

  it("is not away because the page gave a request up", async () => {
    const { watch, set } = aWatch();
    set(false);

    await watch.send("/api/datasets", { signal: AbortSignal.abort() }).catch(() => undefined);

    expect(watch.isAway.value).toBe(false);
  });
});
