import type { Browser, Page } from "playwright-core";

/** The longest task of the page's main thread. */
export interface LongestTask {
  /** As the page's user waits for it. */
  readonly wallMs: number;
  /** What it needed of a processor: the same on a busy machine. */
  readonly processorMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const MICROSECONDS = 1_000;
const MAIN_THREAD = "CrRendererMain";
const TASK = "ThreadControllerImpl::RunTask";

/** Records what the main thread does until it is asked; gives back the longest task of it. */
export const recordTasks = async (browser: Browser, page: Page): Promise<() => Promise<LongestTask>> => {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  return async () => {
    const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as {
      readonly traceEvents: readonly TraceEvent[];
    };
    const threads = new Set(
      traceEvents
        .filter((event) => event.name === "thread_name" && event.args?.name === MAIN_THREAD)
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    const tasks = traceEvents.filter(
      ({ name, ph, pid, tid }) => name === TASK && ph === "X" && threads.has(`${pid} ${tid}`),
    );
    const longest = (read: (task: TraceEvent) => number | undefined): number =>
      tasks.reduce((most, task) => Math.max(most, read(task) ?? 0), 0) / MICROSECONDS;
    return { wallMs: longest(({ dur }) => dur), processorMs: longest(({ tdur }) => tdur) };
  };
};
