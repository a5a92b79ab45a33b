import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { projectFolder } from "../../project-folder.ts";
import { programWords } from "../program-words.ts";
import { testGraphEnvironment } from "../test-graph.ts";

export interface ServiceProcess {
  /** `http://host:port` */
  readonly origin: string;
  /** Kills the service, its engine and its other children at one moment, as a loss of power would. */
  kill(): Promise<void>;
  /** Kills the engine's process alone; the service stays and starts another. Gives whether there was one. */
  killEngine(): Promise<boolean>;
}

export interface ServiceCommand {
  readonly data: string;
  readonly mirror: string;
}

/** Runs `stemma serve` on a free port, in a process group of its own, with the engine under test. */
export const startServiceProcess = async ({ data, mirror }: ServiceCommand): Promise<ServiceProcess> => {
  const words = ["serve", "--port", "0", "--json", "--data", data, "--mirror", mirror];
  const { PATH, HOME } = process.env;
  const rates = { STEMMA_RATE_READ: "0", STEMMA_RATE_WRITE: "0", STEMMA_RATE_HEAVY: "0" };
  const child = spawn(process.execPath, [...programWords(), ...words], {
    cwd: projectFolder(),
    env: { PATH, HOME, ...rates, ...testGraphEnvironment() },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors = `${errors}${String(chunk)}`.slice(-4_000)));
  const ended = once(child, "close");
  const line = await Promise.race([
    once(child.stdout, "data").then(([chunk]) => String(chunk)),
    ended.then(() => Promise.reject(new Error(`the service ended early: ${errors}`))),
  ]);
  const { url } = JSON.parse(line) as { readonly url: string };
  return {
    origin: new URL(url).origin,
    kill: async () => {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      await ended;
    },
    killEngine: async () => {
      const engine = await engineOf(child.pid ?? 0);
      if (engine !== undefined) process.kill(engine, "SIGKILL");
      return engine !== undefined;
    },
  };
};

/** Looks through /proc: on another system no engine is found. */
const engineOf = async (parent: number): Promise<number | undefined> => {
  const threads = await readdir(`/proc/${parent}/task`).catch(() => []);
  for (const thread of threads) {
    const children = await readOrNothing(`/proc/${parent}/task/${thread}/children`);
    for (const child of children.split(" ").filter((one) => one !== "")) {
      const command = await readOrNothing(`/proc/${child}/cmdline`);
      if (command.includes("engine-process")) return Number(child);
    }
  }
  return undefined;
};

/** What is looked at may be gone by now. */
const readOrNothing = (file: string): Promise<string> => readFile(file, "utf8").catch(() => "");
