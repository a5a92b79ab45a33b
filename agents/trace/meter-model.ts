import type { LanguageModelPort, TokenUsage } from "../ports.ts";

export interface Meter {
  readonly spend: (usage: TokenUsage) => void;
  /** Which limit of tokens or money is used up, if any. */
  readonly exhausted: () => string | undefined;
}

export interface MeteredModel extends LanguageModelPort {
  /** Whether a question was not asked because a budget is used up. */
  readonly hasHeldBack: () => boolean;
}

/**
 * The model with a meter before it: what is paid is counted, and once a budget is used up no new question is asked.
 * Questions under way are left to end, because they are paid and their answers are stored.
 */
export const meterModel = (model: LanguageModelPort, { spend, exhausted }: Meter): MeteredModel => {
  let hasHeldBack = false;
  return {
    name: model.name,
    hasHeldBack: () => hasHeldBack,
    ask: async (question, signal) => {
      const limit = exhausted();
      if (limit !== undefined) {
        hasHeldBack = true;
        return { kind: "unreachable", reason: `the budget of ${limit} is used up`, reused: false };
      }
      const answer = await model.ask(question, signal);
      if (answer.usage !== undefined && !answer.reused) spend(answer.usage);
      return answer;
    },
  };
};
