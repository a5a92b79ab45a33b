import { describe, expect, it } from "vitest";
import { AppError } from "../../../../schema/errors.ts";
import { type SavedView, SavedViewId } from "../../../../schema/saved-view.ts";
import { createSavedViews, findViews } from "./create-saved-views.ts";
import type { ViewsClient } from "./views-client.ts";

const aView = (number: number, fields: Partial<SavedView> = {}): SavedView => ({
  id: SavedViewId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`),
  name: `view ${number}`,
  address: "/?dataset=a/b",
  author: "ada",
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  revision: 1,
  ...fields,
});

/** A service that keeps what it is given, until `refuse` says no. */
const aService = (kept: SavedView[] = [], role: "viewer" | "reviewer" | "operator" = "reviewer") => {
  const service: { refuse?: AppError } = {};
  const check = (): void => {
    if (service.refuse !== undefined) throw service.refuse;
  };
  const client: ViewsClient = {
    list: async () => [...kept],
    session: async () => ({ name: "ada", role, tokenNeeded: true }),
    save: async (draft) => {
      check();
      const { note, ...rest } = draft;
      const view = aView(kept.length + 1, { ...rest, ...(note === undefined ? {} : { note }) });
      kept.push(view);
      return view;
    },
    change: async (view, { revision: _revision, note, ...rest }) => {
      check();
      const changed = {
        ...view,
        ...rest,
        ...(note === undefined ? {} : { note }),
        revision: view.revision + 1,
      };
      kept.splice(
        kept.findIndex(({ id }) => id === view.id),
        1,
        changed,
      );
      return changed;
    },
    remove: async (view) => {
      check();
      kept.splice(
        kept.findIndex(({ id }) => id === view.id),
        1,
      );
      return view;
    },
  };
  return { client, service, kept };
};

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("saved views", () => {
  it("are listed, and listed anew after each change", async () => {
    const { client } = aService();
    const views = createSavedViews(client);
    await settled();
    expect(views.list.value.value).toEqual([]);

    expect(await views.save({ name: "  Mix ", note: " " }, "/?dataset=a/b")).toBe(true);
    await settled();

    expect(views.list.value.value).toEqual([expect.objectContaining({ name: "Mix" })]);
    expect(views.list.value.value?.[0]).not.toHaveProperty("note");
    expect(views.outcome.value).toMatchObject({ kind: "saved", view: { name: "Mix" } });
  });

  it("are renamed with the address that they have", async () => {
    const { client, kept } = aService([aView(1)]);
    const views = createSavedViews(client);

    await views.rename(aView(1), { name: "new", note: "why" });

    expect(kept).toEqual([aView(1, { name: "new", note: "why", revision: 2 })]);
  });

  it("come back after they were removed, and only once", async () => {
    const { client, kept } = aService([aView(1, { note: "keep me" })]);
    const views = createSavedViews(client);
    await views.remove(aView(1, { note: "keep me" }));
    expect(kept).toEqual([]);

    expect(await views.restore()).toBe(true);
    expect(await views.restore()).toBe(false);

    expect(kept).toEqual([
      expect.objectContaining({ name: "view 1", note: "keep me", address: "/?dataset=a/b" }),
    ]);
  });

  it("say what failed, and are read again, as somebody else may have been first", async () => {
    const { client, service, kept } = aService([aView(1)]);
    const views = createSavedViews(client);
    await settled();
    service.refuse = new AppError("changed meanwhile", { code: "CONFLICT" });
    kept[0] = aView(1, { name: "theirs", revision: 2 });

    expect(await views.rename(aView(1), { name: "mine", note: "" })).toBe(false);
    await settled();

    expect(views.outcome.value).toMatchObject({ kind: "failed", error: { code: "CONFLICT" } });
    expect(views.list.value.value?.[0]?.name).toBe("theirs");
    expect(views.isBusy.value).toBe(false);
  });

  it.each([
    ["viewer", false, [false, false]],
    ["reviewer", true, [true, false]],
    ["operator", true, [true, true]],
  ] as const)("a %s may save: %s, and change their own and others': %s", async (role, maySave, mayChange) => {
    const views = createSavedViews(aService([], role).client);
    await settled();

    expect(views.maySave.value).toBe(maySave);
    expect([aView(1), aView(2, { author: "emil" })].map(views.mayChange)).toEqual(mayChange);
  });

  it("are found by every word in name, note or author", () => {
    const all = [aView(1, { name: "Mathematics", note: "for the paper" }), aView(2, { author: "emil" })];

    expect(findViews(all, "paper math")).toEqual([all[0]]);
    expect(findViews(all, "EMIL")).toEqual([all[1]]);
    expect(findViews(all, " ")).toEqual(all);
  });
});
