import { expect, it } from "vitest";
import { AppError } from "../../schema/errors.ts";
import { MAX_SAVED_VIEWS, type SavedView, SavedViewId } from "../../schema/saved-view.ts";
import type { Database } from "../database.ts";
import { createLineageStore } from "./lineage.ts";
import { onEmptyGraph } from "./on-empty-graph.ts";
import { createSavedViewStore } from "./saved-views.ts";

let database: Database;
onEmptyGraph((opened) => (database = opened));

const idOf = (number: number): SavedViewId =>
  SavedViewId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`);

const aView = (number: number, fields: Partial<SavedView> = {}): SavedView => ({
  id: idOf(number),
  name: `view ${number}`,
  address: "/?dataset=acme/mix",
  author: "local",
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  revision: 1,
  ...fields,
});

const renamed = (view: SavedView): SavedView => ({ ...view, name: "another", revision: view.revision + 1 });

const refuse = (): never => {
  throw new AppError("not yours", { code: "FORBIDDEN" });
};

it("gives back what was saved, the last change first", async () => {
  const store = createSavedViewStore(database);
  const older = await store.add(aView(1, { note: "as of the paper" }));
  const newer = await store.add(aView(2, { updatedAt: "2026-02-01T00:00:00.000Z" }));

  expect(await store.list()).toEqual([newer, older]);
});

it("changes a view that is as it was seen, and takes a note away", async () => {
  const store = createSavedViewStore(database);
  const { note: _note, ...without } = await store.add(aView(1, { note: "old" }));

  const changed = await store.change(idOf(1), 1, () => renamed(without));

  expect(changed).toMatchObject({ name: "another", revision: 2 });
  expect(await store.list()).toEqual([changed]);
});

it("lets one of two who change the same view at a time have it, and tells the other", async () => {
  const store = createSavedViewStore(database);
  await store.add(aView(1));

  const outcomes = await Promise.allSettled(
    ["first", "second"].map((name) => store.change(idOf(1), 1, (view) => ({ ...renamed(view), name }))),
  );

  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toEqual([expect.objectContaining({ code: "CONFLICT" })]);
  expect(await store.list()).toEqual([expect.objectContaining({ revision: 2 })]);
});

it("removes no view that was changed meanwhile, and none that is not there", async () => {
  const store = createSavedViewStore(database);
  await store.add(aView(1));
  await store.change(idOf(1), 1, renamed);

  await expect(store.remove(idOf(1), 1, () => undefined)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(store.remove(idOf(2), 1, () => undefined)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await store.remove(idOf(1), 2, () => undefined)).toMatchObject({ name: "another" });
  expect(await store.list()).toEqual([]);
});

it("writes nothing when the change is refused", async () => {
  const store = createSavedViewStore(database);
  await store.add(aView(1));

  await expect(store.change(idOf(1), 1, refuse)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(store.remove(idOf(1), 1, refuse)).rejects.toMatchObject({ code: "FORBIDDEN" });

  expect(await store.list()).toEqual([aView(1)]);
});

it("takes no more than it can list", async () => {
  const rows = Array.from({ length: MAX_SAVED_VIEWS }, (_, index) => ({ ...aView(index) }));
  await database.write((transaction) =>
    transaction.run("UNWIND $rows AS row CREATE (v:SavedView) SET v = row", { rows }),
  );

  await expect(createSavedViewStore(database).add(aView(9_999))).rejects.toMatchObject({ code: "CONFLICT" });
});

it("is no part of a whole-graph file", async () => {
  await createSavedViewStore(database).add(aView(1));

  const labels: string[] = [];
  for await (const record of createLineageStore(database).records()) {
    if (record.kind === "node") labels.push(...record.labels);
  }

  expect(labels).not.toContain("SavedView");
  expect(labels).toContain("Trace");
});
