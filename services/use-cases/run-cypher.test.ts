import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "../../graph/database.ts";
import { CypherRequest } from "../../schema/cypher.ts";
import { createCypherConsole } from "./run-cypher.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const ANSWER = { columns: [], rows: [], truncated: false };

/** Answers each text after the time that it names, in milliseconds. */
const anEngine = () => {
  const asked: { readonly query: string; readonly timeoutMs: number }[] = [];
  const answer: Database["answer"] = async (cypher, _parameters, { timeoutMs }) => {
    asked.push({ query: cypher, timeoutMs });
    const [tookMs] = /\d+/.exec(cypher) ?? ["0"];
    await new Promise((resolve) => setTimeout(resolve, Number(tookMs)));
    return ANSWER;
  };
  const store = { known: async () => undefined };
  return { asked, console: createCypherConsole({ engine: "embedded", answer }, store) };
};

const aRequest = (query: string, timeoutMs: number) => CypherRequest.parse({ query, timeoutMs });

test("a statement whose turn comes when its time is nearly over is not begun", async () => {
  const { asked, console } = anEngine();
  const before = [1, 2].map(() => console.run(aRequest("RETURN 980", 60_000)));
  const late = console.run(aRequest("RETURN 7", 1_000)).catch((error: unknown) => error);

  await vi.advanceTimersByTimeAsync(985);

  expect(await late).toMatchObject({ code: "RATE_LIMITED", transient: true });
  await Promise.all(before);
  expect(asked.map(({ query }) => query)).toEqual(["RETURN 980", "RETURN 980"]);
});

test("a statement that has waited is given what is left of its time", async () => {
  const { asked, console } = anEngine();
  const before = [1, 2].map(() => console.run(aRequest("RETURN 300", 60_000)));
  const late = console.run(aRequest("RETURN 7", 1_000));

  await vi.advanceTimersByTimeAsync(400);
  await Promise.all([...before, late]);

  expect(asked.at(-1)).toEqual({ query: "RETURN 7", timeoutMs: 700 });
});
