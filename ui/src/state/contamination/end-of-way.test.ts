import { expect, it } from "vitest";
import { aDatasetId, anEdge } from "../../test-data.ts";
import { endOfWay } from "./end-of-way.ts";

const BENCHMARK = aDatasetId("owner/exam");

it("ends a way where its last step ends, which may be a copy of the benchmark", () => {
  const steps = [anEdge("acme/mix", "acme/part"), anEdge("acme/part", "name:exam")];

  expect(endOfWay(steps, BENCHMARK)).toBe("name:exam");
});

it("ends a way without steps at the benchmark itself", () => {
  expect(endOfWay([], BENCHMARK)).toBe(BENCHMARK);
});
