/** A coefficient of agreement with its 95 % interval, or why there is none. */
export type Coefficient =
  | { readonly kind: "value"; readonly value: number; readonly low: number; readonly high: number }
  | { readonly kind: "undefined"; readonly reason: "nothing" | "one-category" };

/** The normal distribution's quantile of 97.5 %. */
export const NORMAL_95 = 1.959963984540054;

/** No coefficient of agreement is outside -1 to 1. */
export const inRange = (value: number): number => Math.min(1, Math.max(-1, value));
