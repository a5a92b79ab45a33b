import type { Answer, AnswerLimits, Parameters } from "../../database.ts";
import type { ErrorCode } from "../../../schema/errors.ts";
import type { Neo4jOptions } from "./create-connection.ts";

/** What the service and a process that answers people's statements tell each other. */
export type StatementRequest =
  /** Not by its arguments or environment, which others on the machine can read. */
  | { readonly kind: "connect"; readonly options: Neo4jOptions }
  | {
      readonly kind: "ask";
      readonly cypher: string;
      readonly parameters: Parameters;
      readonly limits: Omit<AnswerLimits, "signal">;
      /** What the answer must not be older than. */
      readonly bookmarks: readonly string[];
    }
  | { readonly kind: "cancel" };

export type StatementMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "answered"; readonly answer: Answer }
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly code: ErrorCode;
      readonly transient: boolean;
      readonly context: Readonly<Record<string, unknown>>;
    };
