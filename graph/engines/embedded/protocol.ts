import type { Parameters, Row } from "../../database.ts";
import type { ErrorCode } from "../../../schema/errors.ts";

/** What the service asks of the engine's process. At most one transaction is open at a time. */
export type EngineCommand =
  | {
      readonly kind: "read";
      readonly cypher: string;
      readonly parameters: Parameters;
      readonly maxRows?: number;
    }
  | {
      /** A person's own statement: its one row is an Answer. */
      readonly kind: "answer";
      readonly cypher: string;
      readonly parameters: Parameters;
      readonly maxRows: number;
      readonly maxBytes: number;
    }
  | { readonly kind: "run"; readonly cypher: string; readonly parameters: Parameters }
  | { readonly kind: "begin" | "commit" | "rollback" | "checkpoint" | "close" };

export interface EngineRequest {
  readonly id: number;
  readonly command: EngineCommand;
}

export interface EngineFault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly transient: boolean;
}

/** What the engine's process says: first whether it could open the file, then one answer for each request. */
export type EngineMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "closed-to-us"; readonly message: string; readonly locked: boolean }
  | { readonly kind: "rows"; readonly id: number; readonly rows: readonly Row[] }
  | { readonly kind: "failed"; readonly id: number; readonly fault: EngineFault };

/** Ends an engine process that holds more memory than it may. */
export const MEMORY_SIGNAL = "SIGUSR2";
