import { expect, it } from "vitest";
import { DatasetId } from "../../../schema/ids.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import { createEdgePlaces } from "./edge-places.ts";

const anEdge = (from: string) => ({
  id: toEdgeId("derivation", from, "b/seed"),
  from: DatasetId.parse(from),
});

it("forgets what was noted longest ago, and a second note is a fresh one", () => {
  const places = createEdgePlaces(2);

  places.note([anEdge("a/one"), anEdge("a/two")]);
  places.note([anEdge("a/one"), anEdge("a/three")]);

  const of = ["a/one", "a/two", "a/three"].map((from) => places.of(anEdge(from).id));
  expect(of).toEqual(["a/one", undefined, "a/three"]);
});
