import { AppError } from "../../schema/errors.ts";

/** Why no answer came at all. */
export interface NetworkFailure {
  readonly kind: "refused" | "unreachable";
  readonly reason: string;
  /** Whether asking again may help. */
  readonly transient: boolean;
}

/** The host does not exist, or what answers there is not who it claims to be: asking again changes nothing. */
const FINAL_CODES = /^(?:ENOTFOUND|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HPE_)/;

/** Reads an error thrown by fetch, whose own message says nothing: the reason is in its chain of causes. */
export const toNetworkFailure = (error: unknown, host: string): NetworkFailure => {
  const chain = toCauses(error);
  const refusal = chain.find((cause) => cause instanceof AppError && cause.code === "ADDRESS_REFUSED");
  if (refusal !== undefined) return { kind: "refused", reason: refusal.message, transient: false };
  const codes = chain.map(toCode).filter((code) => code !== undefined);
  const deepest = chain.at(-1)?.message ?? String(error);
  return {
    kind: "unreachable",
    reason: `${host} did not answer: ${codes.at(-1) ?? deepest}`,
    transient: !codes.some((code) => FINAL_CODES.test(code)),
  };
};

const MAX_DEPTH = 8;

const toCauses = (error: unknown, depth = 0): readonly Error[] =>
  error instanceof Error && depth < MAX_DEPTH ? [error, ...toCauses(error.cause, depth + 1)] : [];

const toCode = (error: Error): string | undefined =>
  "code" in error && typeof error.code === "string" ? error.code : undefined;
