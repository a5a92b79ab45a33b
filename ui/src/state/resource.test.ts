import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { AppError } from "../../../schema/errors.ts";
import { createResource } from "./resource.ts";

/** Loads that end when the test says so. */
const aLoader = () => {
  const calls: {
    key: string;
    signal: AbortSignal;
    end: (value: string) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const load = (key: string, abort: AbortSignal) =>
    new Promise<string>((end, fail) => void calls.push({ key, signal: abort, end, fail }));
  return { calls, load };
};
const settled = () => new Promise((resolve) => void setTimeout(resolve, 0));

describe("a resource", () => {
  it("does nothing without a key", () => {
    const { calls, load } = aLoader();

    expect(createResource(signal<string | undefined>(undefined), load).current.value).toEqual({
      state: "idle",
    });
    expect(calls).toEqual([]);
  });

  it("drops the answer for an earlier key and aborts its request", async () => {
    const { calls, load } = aLoader();
    const key = signal("one");
    const resource = createResource(key, load);
    key.value = "two";
    calls[1]?.end("second");
    calls[0]?.end("first");
    await settled();

    expect(calls[0]?.signal.aborted).toBe(true);
    expect(resource.current.value).toEqual({ state: "ready", value: "second" });
  });

  it("keeps the value while the same key is loaded again, and drops it for another key", async () => {
    const { calls, load } = aLoader();
    const key = signal("one");
    const resource = createResource(key, load);
    calls[0]?.end("first");
    await settled();
    resource.reload();
    expect(resource.value.value).toBe("first");

    key.value = "two";
    expect(resource.value.value).toBeUndefined();
  });

  it("keeps the value beside the failure of a reload", async () => {
    const { calls, load } = aLoader();
    const resource = createResource(signal("one"), load);
    calls[0]?.end("first");
    await settled();
    resource.reload();
    calls[1]?.fail(new AppError("gone", { code: "UPSTREAM_FAILED" }));
    await settled();

    expect(resource.current.value).toMatchObject({ state: "failed", previous: "first" });
  });

  it("is idle again when its key goes", () => {
    const { load } = aLoader();
    const key = signal<string | undefined>("one");
    const resource = createResource(key, load);
    key.value = undefined;

    expect(resource.current.value).toEqual({ state: "idle" });
  });
});
