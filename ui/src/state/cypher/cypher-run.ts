import { signal, type ReadonlySignal } from "@preact/signals";
import type { Problem } from "../../../../schema/api.ts";
import type { CypherAnswer } from "../../../../schema/cypher.ts";
import type { AppError } from "../../../../schema/errors.ts";
import { toAppError } from "../resource.ts";
import type { CypherClient, RunRequest } from "./cypher-client.ts";

export type Run =
  | { readonly state: "none" }
  | { readonly state: "running"; readonly startedAt: Date; readonly isSaved: boolean }
  | { readonly state: "answered"; readonly answer: CypherAnswer }
  | { readonly state: "refused"; readonly problem: Problem; readonly text: string }
  | { readonly state: "failed"; readonly error: AppError }
  | { readonly state: "cancelled"; readonly isSaved: boolean };

export interface QueryRun {
  readonly current: ReadonlySignal<Run>;
  /** Ends what runs, and runs this. Resolves when it is over, with the answer if there is one. */
  start(request: Omit<RunRequest, "id">, text: string): Promise<CypherAnswer | undefined>;
  cancel(): void;
}

export interface RunDependencies {
  readonly client: Pick<CypherClient, "run" | "cancel">;
  /** 8 to 64 letters, digits and hyphens, others each time. */
  readonly newId: () => string;
  readonly now: () => Date;
}

/** One statement at a time. */
export const createQueryRun = ({ client, newId, now }: RunDependencies): QueryRun => {
  const current = signal<Run>({ state: "none" });
  let running:
    | { readonly id: string; readonly abort: AbortController; readonly isSaved: boolean }
    | undefined;

  const end = (): void => {
    if (running === undefined) return;
    const { id, abort, isSaved } = running;
    running = undefined;
    abort.abort();
    // The service ends a text by itself when its client goes away; asked as well, it does so behind a proxy too.
    if (!isSaved) client.cancel(id).catch(() => undefined);
    current.value = { state: "cancelled", isSaved };
  };

  const start: QueryRun["start"] = async (request, text) => {
    end();
    const id = newId();
    const isSaved = "saved" in request.what;
    const mine = { id, abort: new AbortController(), isSaved };
    running = mine;
    current.value = { state: "running", startedAt: now(), isSaved };
    const over = await client.run({ ...request, id }, mine.abort.signal).then(
      (outcome): Run =>
        outcome.kind === "answered"
          ? { state: "answered", answer: outcome.answer }
          : { state: "refused", problem: outcome.problem, text },
      (error: unknown): Run => ({ state: "failed", error: toAppError(error) }),
    );
    if (running !== mine) return undefined;
    running = undefined;
    current.value = over;
    return over.state === "answered" ? over.answer : undefined;
  };

  return { current, start, cancel: end };
};
