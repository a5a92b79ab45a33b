import { AppError } from "../../schema/errors.ts";

/** What is wrong with a table, gathered so that a person mends it in one go. */
export interface FaultList {
  add(line: number, column: string, reason: string): void;
  /** Fails with INPUT_INVALID, naming the first faults, when there are any. */
  throwIfAny(): void;
}

const MAX_NAMED = 20;

export const createFaultList = (): FaultList => {
  const faults: string[] = [];
  let count = 0;
  return {
    add: (line, column, reason) => {
      count += 1;
      if (faults.length < MAX_NAMED) faults.push(`line ${line}, ${column}: ${reason}`);
    },
    throwIfAny: () => {
      if (count === 0) return;
      const more = count > faults.length ? `\n  and ${count - faults.length} more` : "";
      throw new AppError(`nothing was imported; mend this first:\n  ${faults.join("\n  ")}${more}`, {
        code: "INPUT_INVALID",
        context: { faults, count },
      });
    },
  };
};
