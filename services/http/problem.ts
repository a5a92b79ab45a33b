import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from "fastify-type-provider-zod";
import type { z } from "zod";
import { ROLES } from "../../schema/roles.ts";
import { Problem } from "../../schema/api.ts";
import { AppError, type ErrorCode } from "../../schema/errors.ts";
import { withoutToken } from "./request-log.ts";

/** The HTTP status of every error code; a caller that went away (CANCELLED) reads none. */
const STATUS = {
  CONFIG_INVALID: 500,
  INPUT_INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  CONFLICT: 409,
  ENGINE_UNAVAILABLE: 503,
  QUERY_INVALID: 400,
  QUERY_TIMEOUT: 504,
  QUERY_NOT_READ_ONLY: 403,
  WRITE_CONFLICT: 503,
  CONSTRAINT_VIOLATED: 409,
  RESULT_TOO_LARGE: 422,
  CANCELLED: 499,
  ADDRESS_REFUSED: 403,
  TOO_LARGE: 413,
  UPSTREAM_FAILED: 502,
  RATE_LIMITED: 429,
  ANSWER_UNREADABLE: 502,
  STORAGE_FAILED: 503,
  INTERNAL: 500,
} as const satisfies Record<ErrorCode, number>;

const TITLES: Readonly<Record<number, string>> = {
  400: "The request is not understood",
  401: "A token is needed",
  403: "Refused",
  404: "Not found",
  405: "Not possible with this method",
  406: "Not available in the accepted form",
  409: "In conflict with what is there",
  413: "Too large",
  415: "Content type not supported",
  422: "The answer would be too large",
  429: "Too many requests",
  499: "Cancelled",
  503: "Not available right now",
  504: "Took too long",
};

/** What a caller can do about trouble inside, without a word of what is inside. */
const ADVICE: Partial<Record<ErrorCode, string>> = {
  ENGINE_UNAVAILABLE:
    "The graph's database does not answer. Try again: the service looks for it with each request, and /api/health says why.",
  STORAGE_FAILED:
    "The service cannot use its data folder. Whoever runs it finds in its log which file, and why; then try again.",
  QUERY_TIMEOUT: "The query was stopped when its time was over. Ask for less, or give it a larger timeoutMs.",
};

/** The one place that turns an error into an answer. What went wrong inside (500 and above) is logged, never sent. */
export const toProblem = (error: unknown): Problem => {
  const { status, code, detail } = describe(error);
  return {
    type: `urn:stemma:error:${code.toLowerCase().replaceAll("_", "-")}`,
    title: TITLES[status] ?? "Something went wrong inside",
    status,
    code,
    detail: status >= 500 ? (ADVICE[code] ?? "The service's log has the details.") : detail,
    ...neededRole(error),
    ...placeInText(error),
  };
};

const PlaceInText = Problem.pick({ position: true, hint: true });

const placeInText = (error: unknown): z.infer<typeof PlaceInText> =>
  error instanceof AppError ? PlaceInText.parse(error.context) : {};

const neededRole = (error: unknown): Pick<Problem, "neededRole"> => {
  const needed = error instanceof AppError ? error.context["neededRole"] : undefined;
  const role = ROLES.find((one) => one === needed);
  return role === undefined ? {} : { neededRole: role };
};

interface Description {
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
}

const describe = (error: unknown): Description => {
  if (error instanceof AppError)
    return { status: STATUS[error.code], code: error.code, detail: error.message };
  if (!(error instanceof Error)) return { status: 500, code: "INTERNAL", detail: "" };
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.map(
      (fault) => `${where(fault.instancePath)}${fault.message ?? "is wrong"}`,
    );
    return { status: 400, code: "INPUT_INVALID", detail: faults.join("; ") };
  }
  if (!isResponseSerializationError(error) && isClientFault(error)) {
    return { status: error.statusCode, code: clientCode(error.statusCode), detail: error.message };
  }
  return { status: 500, code: "INTERNAL", detail: "" };
};

const where = (instancePath: string): string =>
  instancePath === "" ? "" : `${instancePath.slice(1).replaceAll("/", ".")}: `;

const isClientFault = (error: unknown): error is FastifyError & { readonly statusCode: number } =>
  error instanceof Error &&
  "statusCode" in error &&
  typeof error.statusCode === "number" &&
  error.statusCode >= 400 &&
  error.statusCode < 500;

const clientCode = (status: number): ErrorCode => {
  if (status === 404) return "NOT_FOUND";
  if (status === 413) return "TOO_LARGE";
  return "INPUT_INVALID";
};

export const sendProblem = (request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply => {
  const problem: Problem = { ...toProblem(error), instance: `urn:stemma:request:${request.id}` };
  if (problem.status >= 500)
    request.log.error({ err: error, url: withoutToken(request.url) }, "a request failed");
  return reply.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
};
