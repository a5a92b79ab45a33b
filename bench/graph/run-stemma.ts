import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectFolder } from "../../services/project-folder.ts";
import type { BenchEngine } from "./engine.ts";

export interface StemmaRun {
  readonly code: number | null;
  readonly elapsedMs: number;
  readonly output: string;
  /** Bytes written to standard output. */
  readonly bytes: number;
  /** The most that the process, and its engine, held at once. Bytes. */
  readonly peakBytes: { readonly main: number; readonly engine: number };
}

const KEPT_OUTPUT = 4_000;

/** Runs a command of the program to its end. What it writes to standard output is counted and, but for its end, dropped. */
export const runStemma = async (engine: BenchEngine, words: readonly string[]): Promise<StemmaRun> => {
  const start = performance.now();
  const child = spawnStemma(engine, words);
  const memory = watchMemory(child);
  let output = "";
  let bytes = 0;
  child.stdout?.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    output = `${output}${String(chunk)}`.slice(-KEPT_OUTPUT);
  });
  child.stderr?.on("data", (chunk: Buffer) => (output = `${output}${String(chunk)}`.slice(-KEPT_OUTPUT)));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, elapsedMs: performance.now() - start, output, bytes, peakBytes: memory.stop() };
};

export interface RunningService {
  readonly origin: string;
  /** Resident memory of the service and of its engine, in bytes. */
  memory(): Promise<StemmaRun["peakBytes"]>;
  stop(): Promise<void>;
}

/** Starts `stemma serve` on a free port. */
export const startService = async (engine: BenchEngine): Promise<RunningService> => {
  const child = spawnStemma(engine, ["serve", "--port", "0", "--json"]);
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => (errors = `${errors}${String(chunk)}`.slice(-KEPT_OUTPUT)));
  const ended = once(child, "close");
  const line = await Promise.race([
    once(child.stdout ?? child, "data").then(([chunk]) => String(chunk)),
    ended.then(() => Promise.reject(new Error(`the service ended early: ${errors}`))),
  ]);
  const { url } = JSON.parse(line) as { readonly url: string };
  return {
    origin: new URL(url).origin,
    memory: async () => sumMemory(await memoryOf(child.pid ?? 0, "VmRSS")),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
};

const spawnStemma = (engine: BenchEngine, words: readonly string[]): ChildProcess => {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const program = join(projectFolder(), "services", "cli", "stemma.ts");
  const { PATH, HOME } = process.env;
  // No limit of requests: what the service can do is asked, not what one client may.
  const rates = { STEMMA_RATE_READ: "0", STEMMA_RATE_WRITE: "0", STEMMA_RATE_HEAVY: "0" };
  return spawn(process.execPath, ["--import", loader, program, ...words], {
    cwd: projectFolder(),
    env: { PATH, HOME, ...rates, ...engine.variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
};

const MEMORY_EVERY_MS = 100;

const watchMemory = (child: ChildProcess) => {
  let peak: StemmaRun["peakBytes"] = { main: 0, engine: 0 };
  const timer = setInterval(() => {
    void memoryOf(child.pid ?? 0, "VmHWM").then((processes) => {
      const now = sumMemory(processes);
      peak = { main: Math.max(peak.main, now.main), engine: Math.max(peak.engine, now.engine) };
    });
  }, MEMORY_EVERY_MS);
  return {
    stop: (): StemmaRun["peakBytes"] => {
      clearInterval(timer);
      return peak;
    },
  };
};

interface ProcessMemory {
  readonly isMain: boolean;
  readonly bytes: number;
}

const sumMemory = (processes: readonly ProcessMemory[]): StemmaRun["peakBytes"] => {
  const sum = (some: readonly ProcessMemory[]): number => some.reduce((total, { bytes }) => total + bytes, 0);
  return {
    main: sum(processes.filter(({ isMain }) => isMain)),
    engine: sum(processes.filter(({ isMain }) => !isMain)),
  };
};

/** Of a process and its children, read from /proc: on another system there is nothing to see, and nothing is shown. */
const memoryOf = async (pid: number, field: "VmRSS" | "VmHWM"): Promise<readonly ProcessMemory[]> => {
  const children = await childrenOf(pid);
  return Promise.all(
    [pid, ...children].map(async (one) => ({ isMain: one === pid, bytes: await readField(one, field) })),
  );
};

const childrenOf = async (pid: number): Promise<readonly number[]> => {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, "utf8").catch(() => "")),
  );
  return lists.flatMap((list) =>
    list
      .split(" ")
      .filter((one) => one !== "")
      .map(Number),
  );
};

const readField = async (pid: number, field: string): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024;
};
