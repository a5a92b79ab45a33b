import type { ErrorCode } from "../../schema/errors.ts";
import type { AnswerKeeperOptions, KeptAnswer, KeptQuestion } from "./answer-keeper.ts";

/** What the process that asks the model is told. `open` comes first. */
export type AnswerRequest =
  | { readonly kind: "open"; readonly options: AnswerKeeperOptions }
  | { readonly kind: "keep"; readonly id: number; readonly question: KeptQuestion }
  | { readonly kind: "cancel"; readonly id: number };

export type AnswerReply =
  | { readonly kind: "answer"; readonly id: number; readonly answer: KeptAnswer }
  | {
      readonly kind: "failed";
      readonly id: number;
      readonly message: string;
      readonly code: ErrorCode;
      readonly transient: boolean;
    };
