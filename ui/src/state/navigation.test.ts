import { describe, expect, it } from "vitest";
import { aDatasetId } from "../test-data.ts";
import { createNavigation } from "./navigation.ts";
import type { Router } from "./router.ts";

const aRouter = (address = "/") => {
  const entries = [address];
  let listener: (() => void) | undefined;
  const router: Router = {
    read: () => entries.at(-1) ?? "/",
    push: (next) => void entries.push(next),
    replace: (next) => void entries.splice(-1, 1, next),
    subscribe: (next) => {
      listener = next;
      return () => {
        listener = undefined;
      };
    },
  };
  const back = () => {
    entries.pop();
    listener?.();
  };
  return { router, entries, back };
};

describe("navigation", () => {
  it("starts from the address", () => {
    const { router } = aRouter("/?dataset=openai/gsm8k");

    expect(createNavigation(router).view.value.root).toBe("openai/gsm8k");
  });

  it("writes each change as a new entry of the history, and goes back with it", () => {
    const { router, entries, back } = aRouter();
    const { view, navigate } = createNavigation(router);

    navigate({ root: aDatasetId("a/b") });
    navigate({ selection: { kind: "dataset", id: aDatasetId("c/d") } });
    expect(entries).toEqual(["/", "/?dataset=a/b", "/?dataset=a/b&node=c/d"]);

    back();
    expect(view.value.root).toBe("a/b");
    expect(view.value.selection).toBeUndefined();
  });

  it("replaces the entry when asked to", () => {
    const { router, entries } = aRouter("/?dataset=a/b");

    createNavigation(router).navigate({ depth: 3 }, "replace");

    expect(entries).toEqual(["/?dataset=a/b&depth=3"]);
  });

  it("adds no entry for a change that changes nothing", () => {
    const { router, entries } = aRouter("/?dataset=a/b");

    createNavigation(router).navigate({ root: aDatasetId("a/b"), selection: undefined });

    expect(entries).toHaveLength(1);
  });

  it("gives the address of a view without going there", () => {
    const { router, entries } = aRouter("/?dataset=a/b");

    expect(createNavigation(router).href({ root: undefined })).toBe("/");
    expect(entries).toHaveLength(1);
  });
});
