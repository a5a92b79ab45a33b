import { Worker } from "node:worker_threads";
import { openEngineSession } from "./engine-session.ts";
import type { EngineSession } from "./engine-session.ts";
import { MEMORY_SIGNAL } from "./protocol.ts";
import type { EngineMessage, EngineRequest } from "./protocol.ts";
import { toEngineFault } from "./to-engine-fault.ts";

/** How often the process looks at the memory it holds: rows grow by some 300 MB a second, a doubled text by several GB. */
const MEMORY_CHECK_MS = 20;

const tell = (message: EngineMessage, then?: () => void): void => {
  process.send?.(message, undefined, undefined, then);
};

const answer = async (session: EngineSession, request: EngineRequest): Promise<void> => {
  const end = request.command.kind === "close" ? () => process.exit(0) : undefined;
  try {
    tell({ kind: "rows", id: request.id, rows: await session.perform(request.command) }, end);
  } catch (error) {
    tell({ kind: "failed", id: request.id, fault: toEngineFault(error) }, end);
  }
};

/**
 * In a thread of its own, because turning a huge value into one of JavaScript's holds up this one. A thread cannot set the exit
 * code of its process, so the signal tells why it ended. The text is plain JavaScript: loading a module would take longer.
 */
const WATCH = `
const { workerData } = require("node:worker_threads");
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.limitBytes) process.kill(process.pid, workerData.signal);
}, workerData.everyMs);`;

const endAboveMemory = (limitBytes: number): void => {
  const workerData = { limitBytes, everyMs: MEMORY_CHECK_MS, signal: MEMORY_SIGNAL };
  new Worker(WATCH, { eval: true, execArgv: [], workerData }).unref();
};

/** The service closes the engine or kills it; a Ctrl-C that reaches the whole group must not end a commit half-way. */
const leaveSignalsToTheService = (): void => {
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => undefined);
  // Also when the service dies. A query that runs would hold up a normal exit; what is committed survives a kill.
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
};

const main = (file: string, memoryLimitBytes: number): void => {
  leaveSignalsToTheService();
  endAboveMemory(memoryLimitBytes);
  try {
    const session = openEngineSession(file);
    process.on("message", (request) => void answer(session, request as EngineRequest));
    tell({ kind: "ready" });
  } catch (error) {
    const { message } = toEngineFault(error);
    tell({ kind: "closed-to-us", message, locked: message.includes("cannot be locked") });
  }
};

main(process.argv[2] ?? "", Number(process.argv[3]));
