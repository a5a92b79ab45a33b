import { expect, it, vi } from "vitest";
import type { Connection } from "./create-connection.ts";
import type { StatementChecks } from "./create-statement-checks.ts";
import { createRunAnswer } from "./run-answer.ts";

const checks: StatementChecks = {
  check: async (_session, { cypher }) => ({ kind: "text", text: cypher }),
  forget: () => undefined,
};

/** A server that does not answer, nor hears that it shall stop, until it is told to. */
const aDeafServer = () => {
  const ends: (() => void)[] = [];
  const session = {
    run: () => ({ keys: () => new Promise(() => undefined) }),
    close: () => new Promise<void>((resolve) => ends.push(resolve)),
  };
  const connection = { uri: "bolt://nowhere", session: () => session } as unknown as Connection;
  return { connection, end: () => ends.splice(0).forEach((resolve) => resolve()) };
};

it("takes no more questions while the server does not hear that two are over, and takes them again after", async () => {
  vi.useFakeTimers();
  const { connection, end } = aDeafServer();
  const runAnswer = createRunAnswer(connection, checks);
  const ask = async (): Promise<unknown> => {
    const limits = { timeoutMs: 500, maxRows: 1, maxBytes: 1_000 };
    const asked = runAnswer({ cypher: "RETURN 1 AS one", parameters: {}, limits }).catch(
      (error: { code: string }) => error.code,
    );
    await vi.advanceTimersByTimeAsync(2_000);
    return asked;
  };

  expect([await ask(), await ask(), await ask()]).toEqual(["QUERY_TIMEOUT", "QUERY_TIMEOUT", "RATE_LIMITED"]);
  end();
  await vi.advanceTimersByTimeAsync(1);
  expect(await ask()).toBe("QUERY_TIMEOUT");

  vi.useRealTimers();
});
