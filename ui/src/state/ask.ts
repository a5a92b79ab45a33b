import { AppError, ERROR_CODES, type ErrorCode } from "../../../schema/errors.ts";
import { readAnswer } from "./read-answer.ts";
import { readProblem } from "./read-problem.ts";

export interface Ask {
  readonly path: string;
  readonly body?: unknown;
  /** POST with a body and GET without one, unless it says otherwise. */
  readonly method?: "PUT" | "DELETE";
  /** Makes a write that is sent twice happen once. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/**
 * Asks the service one question. Every failure is an AppError with the problem's own code, or UPSTREAM_FAILED
 * (transient) when the service could not be reached or understood.
 */
export const ask = async <Answer extends object>(send: typeof fetch, question: Ask): Promise<Answer> => {
  const response = await reach(send, question);
  if (response.ok) return readAnswer<Answer>(response, `the service's answer for ${question.path}`);
  throw toError(response.status, await response.json().catch(() => undefined), question.path);
};

const reach = async (send: typeof fetch, question: Ask): Promise<Response> => {
  const { path, body, method, idempotencyKey, signal } = question;
  const write: RequestInit = {
    ...(method !== undefined && { method }),
    ...(body !== undefined && { method: method ?? "POST", body: JSON.stringify(body) }),
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
    },
  };
  try {
    return await send(path, { ...write, ...(signal !== undefined && { signal }) });
  } catch (cause) {
    if (signal?.aborted === true) throw new AppError("no longer needed", { code: "CANCELLED", cause });
    throw new AppError("the service cannot be reached", { code: "UPSTREAM_FAILED", transient: true, cause });
  }
};

const toError = (status: number, body: unknown, path: string): AppError => {
  const problem = readProblem(body);
  if (problem === undefined) {
    return new AppError(`the service answered ${status} for ${path}`, { code: codeForStatus(status) });
  }
  const code = ERROR_CODES.find((one) => one === problem.code) ?? codeForStatus(status);
  return new AppError(problem.detail, { code, context: { status, title: problem.title } });
};

const codeForStatus = (status: number): ErrorCode => (status === 404 ? "NOT_FOUND" : "UPSTREAM_FAILED");
