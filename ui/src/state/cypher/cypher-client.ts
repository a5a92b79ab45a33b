import type { z } from "zod";
import { Problem, SessionView } from "../../../../schema/api.ts";
import { CypherAnswer, type QueryId, SavedQueryList } from "../../../../schema/cypher.ts";
import { AppError } from "../../../../schema/errors.ts";

export interface RunRequest {
  readonly id: QueryId;
  /** A saved query's name, or a text. */
  readonly what: { readonly saved: string } | { readonly text: string };
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
  readonly maxRows: number;
}

/** What the service says: the rows, or why not, with the place in the text where it knows it. */
export type RunOutcome =
  | { readonly kind: "answered"; readonly answer: CypherAnswer }
  | { readonly kind: "refused"; readonly problem: Problem };

export type CypherClient = ReturnType<typeof createCypherClient>;

/** The console's part of the service. Throws AppError when it cannot be reached or understood. */
export const createCypherClient = (send: typeof fetch) => ({
  run: async ({ what, ...request }: RunRequest, signal: AbortSignal): Promise<RunOutcome> => {
    const path = "saved" in what ? `/api/cypher/saved/${encodeURIComponent(what.saved)}` : "/api/cypher";
    const body = "text" in what ? { query: what.text, ...request } : request;
    const response = await reach(() =>
      send(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        signal,
      }),
    );
    if (!response.ok) return { kind: "refused", problem: await parse(response, Problem) };
    return { kind: "answered", answer: await parse(response, CypherAnswer) };
  },
  /** Of a text; a saved query is not ended early. One that is over already is no matter. */
  cancel: async (id: QueryId): Promise<void> => {
    await reach(() => send(`/api/cypher/${id}`, { method: "DELETE" }));
  },
  saved: async (signal: AbortSignal) =>
    (await get(send, { path: "/api/cypher/saved", schema: SavedQueryList, signal })).items,
  session: (signal: AbortSignal) => get(send, { path: "/api/session", schema: SessionView, signal }),
});

interface Get<Schema> {
  readonly path: string;
  readonly schema: Schema;
  readonly signal: AbortSignal;
}

const get = async <Schema extends z.ZodType>(send: typeof fetch, { path, schema, signal }: Get<Schema>) => {
  const response = await reach(() => send(path, { signal }));
  if (response.ok) return parse(response, schema);
  const problem = await parse(response, Problem);
  throw new AppError(problem.detail, { code: "UPSTREAM_FAILED", context: { status: problem.status } });
};

const reach = async (ask: () => Promise<Response>): Promise<Response> => {
  try {
    return await ask();
  } catch (cause) {
    throw new AppError("the service cannot be reached", { code: "UPSTREAM_FAILED", transient: true, cause });
  }
};

const parse = async <Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<z.infer<Schema>> => {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError(`the service answered ${response.status} with what this page does not expect`, {
    code: "UPSTREAM_FAILED",
    cause: parsed.error,
  });
};
