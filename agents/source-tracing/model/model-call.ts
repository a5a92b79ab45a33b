import type { ModelAnswer, TokenUsage } from "../../ports.ts";

/** One question that the language model was asked, and what came of it. */
export interface ModelCall {
  readonly outcome: ModelAnswer<unknown>["kind"];
  readonly reused: boolean;
  readonly usage?: TokenUsage;
}
