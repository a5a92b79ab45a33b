import { expect, it } from "vitest";
import { DEFAULT_BUDGET, parseBudget, toBudgetText } from "./budget-text.ts";

it("reads the limits that are given, and leaves empty ones open", () => {
  expect(parseBudget({ depth: "0", datasets: " 20 ", documents: "", tokens: "", cost: "0.5" })).toEqual({
    budget: { depth: 0, datasets: 20, cost: 0.5 },
    faults: [],
  });
});

it("names what is no limit", () => {
  const text = { depth: "101", datasets: "0", documents: "1.5", tokens: "many", cost: "-1" };

  expect(parseBudget(text).faults).toEqual(["depth", "datasets", "documents", "tokens", "cost"]);
});

it("writes a budget so that it is read the same", () => {
  const { budget } = parseBudget(DEFAULT_BUDGET);

  expect(parseBudget(toBudgetText(budget)).budget).toEqual(budget);
});
