import { expect, it } from "vitest";
import { createCopyRouter, createCopySend } from "./site-copy.ts";
import { parseView } from "./view-url.ts";

const copy = { lineage: "lineage.json", query: "?dataset=a/root&depth=30" };

it("a copy answers for its lineage from its file, has no traces, and says of anything else that it has none", async () => {
  const asked: string[] = [];
  const send = createCopySend(copy, async (question) => {
    asked.push(String(question));
    return Response.json({ root: "a/root" });
  });

  expect(await (await send("/api/lineage?target=a%2Froot&depth=30")).json()).toEqual({ root: "a/root" });
  expect(await (await send("/api/traces")).json()).toEqual({ items: [] });
  const other = await send("/api/datasets/a%2Froot");
  expect(other.status).toBe(404);
  expect(await other.json()).toMatchObject({ code: "NOT_FOUND" });
  expect(asked).toEqual(["lineage.json"]);
});

it("a copy opens read-only at its dataset, and keeps what the reader changes", () => {
  const router = createCopyRouter(copy);

  expect(parseView(router.read())).toMatchObject({ isEmbedded: true, root: "a/root", depth: 30 });
  router.push("/embed?dataset=a/root&node=a/part");
  expect(parseView(router.read()).selection).toEqual({ kind: "dataset", id: "a/part" });
});
