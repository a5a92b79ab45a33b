import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** A process, as those that share a graph tell each other who holds what. */
export interface LeaseOwner {
  /** The machine since its last start: its name and, where the system gives one, its boot id. */
  readonly machine: string;
  readonly pid: number;
}

/** Linux draws it at each start of the machine; elsewhere the name has to do. */
const BOOT_ID_FILE = "/proc/sys/kernel/random/boot_id";

export const thisProcess = (): LeaseOwner => ({ machine: `${hostname()}/${readBootId()}`, pid: process.pid });

/** `id` tells this process from all others, whatever numbers they have. */
export const toOwnerText = ({ machine, pid }: LeaseOwner, id: string): string => `${machine} ${pid} ${id}`;

/** Whether another owner was a process of the asker's machine and has ended; of other machines only time tells. */
export const isGone = (owner: string, asker: LeaseOwner): boolean => {
  const [machine, number] = owner.split(" ");
  // Two machines may have one name, and a process number is only good on its own.
  if (machine !== asker.machine) return false;
  // A container's next process often has the number of the one before.
  return Number(number) === asker.pid || !isRunning(Number(number));
};

const readBootId = (): string => {
  try {
    return readFileSync(BOOT_ID_FILE, "utf8").trim();
  } catch {
    // Not Linux, or a sandbox that hides it.
    return "";
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};
