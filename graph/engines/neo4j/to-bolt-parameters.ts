import { int } from "neo4j-driver";
import type { Parameters } from "../../database.ts";

/** The driver sends every number as a float, which LIMIT refuses: whole ones go as integers, as the embedded engine takes them. */
export const toBoltParameters = (parameters: Parameters): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, toBoltValue(value)]));

const toBoltValue = (value: unknown): unknown => {
  if (typeof value === "number") return Number.isSafeInteger(value) ? int(value) : value;
  if (value === undefined || value === null) return null;
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(toBoltValue);
  if (value instanceof Date) return value.toISOString();
  return toBoltParameters(value as Parameters);
};
