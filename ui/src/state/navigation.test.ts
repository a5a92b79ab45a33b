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

  it("opens another view, of which nothing of this one is left, and takes that back in one step", () => {
    const { router, entries } = aRouter("/?dataset=a/b&depth=4&node=c/d");
    const { view, open, undo } = createNavigation(router);

    open("/?dataset=e/f&layout=force&other=1");
    expect(entries.at(-1)).toBe("/?dataset=e/f&layout=force");
    expect(view.value).toMatchObject({ root: "e/f", depth: 1 });

    undo();
    expect(entries.at(-1)).toBe("/?dataset=a/b&depth=4&node=c/d");
  });

  it("stays in somebody else's page when it was opened there, and adds nothing to its history", () => {
    const { router, entries } = aRouter("/embed?dataset=a/b");
    const { navigate, href } = createNavigation(router);

    navigate({ isEmbedded: false, depth: 2 });

    expect(entries).toEqual(["/embed?dataset=a/b&depth=2"]);
    expect(href({ isEmbedded: false })).toBe("/?dataset=a/b&depth=2");
  });
});

describe("undo and redo", () => {
  it("take a change back as a step forward in the browser's history, and make it again", () => {
    const { router, entries } = aRouter("/?dataset=a/b");
    const { view, navigate, undo, redo, canUndo, canRedo } = createNavigation(router);
    expect(canUndo.value).toBe(false);
    navigate({ layout: "force" });

    undo();
    expect(view.value.layout).toBe("layered");
    expect([canUndo.value, canRedo.value]).toEqual([false, true]);

    redo();
    expect(entries).toEqual([
      "/?dataset=a/b",
      "/?dataset=a/b&layout=force",
      "/?dataset=a/b",
      "/?dataset=a/b&layout=force",
    ]);
  });

  it("leave the browser's back button as it is, and take its steps back too", () => {
    const { router, back } = aRouter("/?dataset=a/b");
    const { view, navigate, undo } = createNavigation(router);
    navigate({ depth: 2 });
    navigate({ depth: 3 });

    undo();
    back();
    expect(view.value.depth).toBe(3);

    undo();
    expect(view.value.depth).toBe(2);
  });

  it("forget what was undone once something else is changed", () => {
    const { router } = aRouter("/?dataset=a/b");
    const { view, navigate, undo, redo, canRedo } = createNavigation(router);
    navigate({ depth: 2 });
    undo();
    navigate({ showModels: true });

    redo();

    expect(canRedo.value).toBe(false);
    expect(view.value).toMatchObject({ depth: 1, showModels: true });
  });

  it("do not bring back a root that was corrected", () => {
    const { router } = aRouter("/?dataset=old/name");
    const { view, navigate, undo } = createNavigation(router);
    navigate({ depth: 2 });
    navigate({ root: aDatasetId("new/name") }, "replace");

    undo();

    expect(view.value).toMatchObject({ root: "new/name", depth: 1 });
  });

  it("do nothing when there is nothing", () => {
    const { router, entries } = aRouter("/?dataset=a/b");
    const { undo, redo } = createNavigation(router);

    undo();
    redo();

    expect(entries).toHaveLength(1);
  });
});
