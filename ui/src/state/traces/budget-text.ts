import type { Budget } from "../../../../schema/trace.ts";

export const BUDGET_PARTS = ["depth", "datasets", "documents", "tokens", "cost"] as const;
export type BudgetPart = (typeof BUDGET_PARTS)[number];

/** A budget as it stands in its fields; an empty field is no limit. */
export type BudgetText = Readonly<Record<BudgetPart, string>>;

/** Enough for most lineages, and an end in sight when one is larger: tracing again goes on from there. */
export const DEFAULT_BUDGET: BudgetText = {
  depth: "12",
  datasets: "500",
  documents: "2000",
  tokens: "",
  cost: "",
};

export interface ParsedBudget {
  readonly budget: Budget;
  readonly faults: readonly BudgetPart[];
}

const MAX_DEPTH = 100;

export const parseBudget = (text: BudgetText): ParsedBudget => {
  const budget: Partial<Record<BudgetPart, number>> = {};
  const faults: BudgetPart[] = [];
  for (const part of BUDGET_PARTS) {
    const written = text[part].trim();
    if (written === "") continue;
    const value = Number(written);
    if (isLimit(part, value)) budget[part] = value;
    else faults.push(part);
  }
  return { budget, faults };
};

const isLimit = (part: BudgetPart, value: number): boolean => {
  if (part === "cost") return Number.isFinite(value) && value > 0;
  if (!Number.isSafeInteger(value)) return false;
  return part === "depth" ? value >= 0 && value <= MAX_DEPTH : value >= 1;
};

export const toBudgetText = (budget: Budget): BudgetText => ({
  depth: textOf(budget.depth),
  datasets: textOf(budget.datasets),
  documents: textOf(budget.documents),
  tokens: textOf(budget.tokens),
  cost: textOf(budget.cost),
});

const textOf = (value: number | undefined): string => (value === undefined ? "" : String(value));
