import { expect, it } from "vitest";
import { AppError } from "../../../schema/errors.ts";
import { mayReadAgain, retryTransient } from "./retry-transient.ts";

const deadlock = (): AppError =>
  new AppError("deadlock", {
    code: "WRITE_CONFLICT",
    transient: true,
    context: { reason: "Neo.TransientError.Transaction.DeadlockDetected" },
  });
const always = { isRepeatable: () => true };

/** Fails so many times, then gives how often it was run. */
const failing = (times: number, error: () => unknown) => {
  let attempts = 0;
  return async (): Promise<number> => {
    attempts += 1;
    if (attempts <= times) throw error();
    return attempts;
  };
};

it("runs work again that lost a conflict", async () => {
  expect(await retryTransient(failing(2, deadlock), always)).toBe(3);
});

it.each([
  ["is final", new AppError("no", { code: "QUERY_INVALID" })],
  ["is of the disk", new AppError("full", { code: "STORAGE_FAILED", transient: true })],
  ["is none of the engine's", new TypeError("undefined is not a function")],
])("does not run work again whose failure %s", async (_what, error) => {
  await expect(
    retryTransient(
      failing(1, () => error),
      always,
    ),
  ).rejects.toBe(error);
});

it("does not run work again that may not be repeated", async () => {
  const refused = retryTransient(failing(1, deadlock), { isRepeatable: () => false });

  await expect(refused).rejects.toMatchObject({ code: "WRITE_CONFLICT" });
});

const MEMORY = "Neo.TransientError.General.MemoryPoolOutOfMemoryError";

it.each([
  ["others have taken all", true, 3],
  ["is its own limit's", false, "RESULT_TOO_LARGE"],
])("reads again, or not, when the memory that is missing %s", async (_what, transient, outcome) => {
  const full = (): AppError =>
    new AppError("memory", { code: "RESULT_TOO_LARGE", transient, context: { reason: MEMORY } });

  const read = retryTransient(failing(2, full), { isRepeatable: mayReadAgain });

  expect(await read.catch(({ code }: AppError) => code)).toBe(outcome);
});

it("gives a server that is down up after a second, one that chooses a leader not yet", async () => {
  const down = failing(9, () => unavailable("ServiceUnavailable"));
  const moving = failing(5, () => unavailable("SessionExpired"));

  await expect(retryTransient(down, always)).rejects.toMatchObject({ code: "ENGINE_UNAVAILABLE" });
  expect(await retryTransient(moving, always)).toBe(6);
});

const unavailable = (reason: string): AppError =>
  new AppError("away", { code: "ENGINE_UNAVAILABLE", transient: true, context: { reason } });
