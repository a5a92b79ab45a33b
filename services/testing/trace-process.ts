import { spawn } from "node:child_process";
import { projectFolder } from "../project-folder.ts";
import { programWords } from "./program-words.ts";
import { testGraphEnvironment } from "./test-graph.ts";

export interface TraceCommand {
  readonly root: string;
  readonly mirror: string;
  readonly data: string;
  /** `http://host:port/v1` of an OpenAI-compatible endpoint; absent for a trace by rules alone. */
  readonly modelUrl?: string;
}

export interface TraceProcess {
  readonly pid: number | undefined;
  /** Milliseconds of `performance.now()`. */
  readonly startedAtMs: number;
  /** Resolves once the command has printed the text, or has ended. */
  said(text: string): Promise<void>;
  /** Resolves once the command and everything that writes to its pipes are gone; `code` is null after a kill. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  /** Kills the command, its engine and its other children at one moment, as a loss of power would. */
  killGroup(): void;
}

/** The model's name in traces of a scripted endpoint. */
export const SCRIPTED_MODEL = "scripted-model";

/** Runs `stemma trace` as a command of its own, in a process group of its own. */
export const startTraceProcess = ({ root, mirror, data, modelUrl }: TraceCommand): TraceProcess => {
  const words = [...programWords(), "trace", root, "--mirror", mirror, "--data", data];
  const { PATH, HOME } = process.env;
  const model = modelUrl === undefined ? {} : { STEMMA_MODEL: SCRIPTED_MODEL, OPENAI_BASE_URL: modelUrl };
  const startedAtMs = performance.now();
  const child = spawn(process.execPath, words, {
    cwd: projectFolder(),
    env: { PATH, HOME, ...testGraphEnvironment(), ...model },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const said = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (output.includes(text)) resolve();
      };
      child.stdout.on("data", look);
      child.once("close", () => resolve());
      look();
    });
  child.stdout.on("data", (chunk: Buffer) => (output += String(chunk)));
  child.stderr.on("data", (chunk: Buffer) => (output += String(chunk)));
  const ended = new Promise<{ readonly code: number | null; readonly output: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
  return { pid: child.pid, startedAtMs, said, ended, killGroup: () => killGroup(child.pid) };
};

const killGroup = (leader: number | undefined): void => {
  try {
    if (leader !== undefined) process.kill(-leader, "SIGKILL");
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ESRCH";
    if (!isGone) throw error;
  }
};
