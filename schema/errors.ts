/** Stable error codes: a caller may switch on them, a message may be reworded. */
export const ERROR_CODES = [
  "CONFIG_INVALID",
  "INPUT_INVALID",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "METHOD_NOT_ALLOWED",
  "NOT_ACCEPTABLE",
  "CONFLICT",
  "ENGINE_UNAVAILABLE",
  "QUERY_INVALID",
  "QUERY_TIMEOUT",
  "QUERY_NOT_READ_ONLY",
  "WRITE_CONFLICT",
  "CONSTRAINT_VIOLATED",
  "RESULT_TOO_LARGE",
  "CANCELLED",
  "ADDRESS_REFUSED",
  "TOO_LARGE",
  "UPSTREAM_FAILED",
  "RATE_LIMITED",
  "ANSWER_UNREADABLE",
  "STORAGE_FAILED",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface AppErrorOptions {
  readonly code: ErrorCode;
  /** What the failure concerns: an id, a path, a URL without credentials. */
  readonly context?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
  /** Whether the same call may succeed later without any change. */
  readonly transient?: boolean;
}

/** The only error class that the project throws on purpose. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly context: Readonly<Record<string, unknown>>;
  readonly transient: boolean;

  constructor(message: string, options: AppErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.context = options.context ?? {};
    this.transient = options.transient ?? false;
  }
}

/** Whether retrying the failed call unchanged can help. Everything unknown is final. */
export const isTransient = (error: unknown): boolean => error instanceof AppError && error.transient;

/** The data folder is full, gone or closed to us: nobody's fault but the disk's, and the same call may succeed once it is mended. */
export const storageFailed = (path: string, cause: unknown): AppError =>
  new AppError(`the data folder cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, {
    code: "STORAGE_FAILED",
    transient: true,
    context: { path },
    cause,
  });

/** Marks a branch that the types say is unreachable. */
export const assertNever = (value: never): never => {
  throw new AppError(`unexpected value ${JSON.stringify(value)}`, { code: "INTERNAL" });
};
