import { Problem } from "../../schema/api.ts";
import { CypherAnswer } from "../../schema/cypher.ts";
import { AppError, ERROR_CODES, isTransient } from "../../schema/errors.ts";
import type { Config } from "../config.ts";
import { readServiceAddress } from "../service-address.ts";
import type { QueryToRun } from "./read-query-request.ts";

interface Asking {
  readonly config: Config;
  readonly signal: AbortSignal;
}

/** Answers from the graph, or, when a running service has it open, by asking that service. */
export const askGraph = async (query: QueryToRun, { config, signal }: Asking): Promise<CypherAnswer> => {
  const { createStemma } = await import("../main.ts");
  try {
    const stemma = await createStemma(config);
    try {
      const { saved, request } = query;
      return await (saved === undefined
        ? stemma.cypher.run(request, signal)
        : stemma.cypher.runSaved(saved, request, signal));
    } finally {
      await stemma.close();
    }
  } catch (error) {
    const origin = isTaken(error) ? await readServiceAddress(config.dataFolder) : undefined;
    if (origin === undefined) throw error;
    const response = await askService(origin, query, { config, signal }).catch(() => {
      signal.throwIfAborted();
      // Nobody listens there any more: another command has the graph.
      throw error;
    });
    return readAnswer(response, origin);
  }
};

const isTaken = (error: unknown): boolean =>
  error instanceof AppError && error.code === "ENGINE_UNAVAILABLE" && !isTransient(error);

const askService = (
  origin: string,
  { saved, request }: QueryToRun,
  { config, signal }: Asking,
): Promise<Response> => {
  const { query, ...rest } = request;
  const path = saved === undefined ? "/api/cypher" : `/api/cypher/saved/${encodeURIComponent(saved)}`;
  const headers = {
    "content-type": "application/json",
    ...(config.token === undefined ? {} : { authorization: `Bearer ${config.token}` }),
  };
  const body = JSON.stringify(saved === undefined ? { query, ...rest } : rest);
  return fetch(`${origin}${path}`, { method: "POST", headers, body, signal });
};

const readAnswer = async (response: Response, origin: string): Promise<CypherAnswer> => {
  const answer: unknown = await response.json();
  if (response.ok) return CypherAnswer.parse(answer);
  throw toAppError(answer, origin);
};

const toAppError = (answer: unknown, origin: string): AppError => {
  const problem = Problem.safeParse(answer).data;
  return new AppError(problem?.detail ?? `the service at ${origin} gave an answer that is none`, {
    code: ERROR_CODES.find((code) => code === problem?.code) ?? "UPSTREAM_FAILED",
    context: { origin, ...(problem?.position === undefined ? {} : { position: problem.position }) },
  });
};
