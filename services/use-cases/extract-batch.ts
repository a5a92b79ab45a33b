import type { KnownNames } from "../../agents/source-tracing/rules/rule-input.ts";
import type { ErrorCode } from "../../schema/errors.ts";

/** Input lines that go to one worker together. */
export interface ExtractBatch {
  readonly lines: readonly string[];
  /** Number of the first line in its file, from 1: failures name it. */
  readonly firstLine: number;
  readonly mirrorFolder: string;
  readonly knownNames?: KnownNames;
}

export type ExtractAnswer =
  /** One JSON text a document, in the order of the lines. */
  | { readonly kind: "done"; readonly outputs: readonly string[] }
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly code: ErrorCode;
      readonly context: Readonly<Record<string, unknown>>;
    };
