import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export interface ForkOptions {
  /** Address of the asking module (`import.meta.url`). */
  readonly from: string;
  /** The entry beside it, without extension: `./text-process`. */
  readonly entry: string;
  readonly memoryMegabytes: number;
  /** In a session of its own, so that a signal to our process group does not reach it; it must end by itself. */
  readonly outlives?: boolean;
}

/** How an operator tells the runtime whom to trust: nothing secret. */
const TRUST = ["NODE_EXTRA_CA_CERTS", "NODE_TLS_REJECT_UNAUTHORIZED"] as const;

/**
 * Starts a process of our own that talks over a channel and has no environment but whom to trust, hence no keys. Works from sources (tsx,
 * vitest) and from compiled files alike: the entry has the asking module's extension. It keeps nobody alive.
 */
export const forkEntry = ({ from, entry, memoryMegabytes, outlives = false }: ForkOptions): ChildProcess => {
  const extension = extname(fileURLToPath(from));
  const loader = extension === ".ts" ? createRequire(from).resolve("tsx") : undefined;
  const child = fork(fileURLToPath(new URL(`${entry}${extension}`, from)), [], {
    execArgv: [
      `--max-old-space-size=${memoryMegabytes}`,
      ...(loader === undefined ? [] : ["--import", pathToFileURL(loader).href]),
    ],
    env: Object.fromEntries(
      TRUST.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
    ),
    detached: outlives,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.unref();
  child.channel?.unref();
  return child;
};
