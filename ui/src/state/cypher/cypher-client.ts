import type { Problem, SessionView } from "../../../../schema/api.ts";
import type { CypherAnswer, SavedQueryList } from "../../../../schema/cypher.ts";
import { AppError } from "../../../../schema/errors.ts";
import { readAnswer } from "../read-answer.ts";
import { readProblem } from "../read-problem.ts";

export interface RunRequest {
  readonly id: string;
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
    if (!response.ok) return { kind: "refused", problem: await problemOf(response) };
    return { kind: "answered", answer: await answerOf<CypherAnswer>(response) };
  },
  /** Of a text; a saved query is not ended early. One that is over already is no matter. */
  cancel: async (id: string): Promise<void> => {
    await reach(() => send(`/api/cypher/${id}`, { method: "DELETE" }));
  },
  saved: async (signal: AbortSignal) =>
    (await get<SavedQueryList>(send, { path: "/api/cypher/saved", signal })).items,
  session: (signal: AbortSignal) => get<SessionView>(send, { path: "/api/session", signal }),
});

interface Get {
  readonly path: string;
  readonly signal: AbortSignal;
}

const get = async <Answer extends object>(send: typeof fetch, { path, signal }: Get): Promise<Answer> => {
  const response = await reach(() => send(path, { signal }));
  if (response.ok) return answerOf<Answer>(response);
  const problem = await problemOf(response);
  throw new AppError(problem.detail, { code: "UPSTREAM_FAILED", context: { status: problem.status } });
};

const reach = async (ask: () => Promise<Response>): Promise<Response> => {
  try {
    return await ask();
  } catch (cause) {
    throw new AppError("the service cannot be reached", { code: "UPSTREAM_FAILED", transient: true, cause });
  }
};

const answerOf = <Answer extends object>(response: Response): Promise<Answer> =>
  readAnswer<Answer>(response, `the service's answer of ${response.status}`);

const problemOf = async (response: Response): Promise<Problem> => {
  const problem = readProblem(await response.json().catch(() => undefined));
  if (problem !== undefined) return problem;
  throw new AppError(`the service answered ${response.status} with what this page does not expect`, {
    code: "UPSTREAM_FAILED",
  });
};
