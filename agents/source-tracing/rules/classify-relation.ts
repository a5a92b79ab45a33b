import type { Relation } from "../../../schema/vocabulary.ts";

/** Cues that speak for each relation, strongest first; what none speaks for was included. */
const SIGNS: readonly (readonly [Relation, readonly string[]])[] = [
  ["evolution", ["before:translate", "left:translate", "before:adapt"]],
  ["distillation", ["left:distill", "after:distill"]],
  ["annotation", ["left:annotate", "after:annotate"]],
  ["synthesis", ["before:seed", "left:seed"]],
];

export const classifyRelation = (features: readonly string[]): Relation => {
  const holding = new Set(features);
  return SIGNS.find(([, any]) => any.some((feature) => holding.has(feature)))?.[0] ?? "inclusion";
};
