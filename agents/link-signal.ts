export interface LinkedSignal {
  readonly signal: AbortSignal;
  /** Takes its listener off the outer signal; call it when the work has ended. */
  readonly unlink: () => void;
}

/**
 * A signal that aborts with the outer one, for one piece of work. Libraries add listeners to the signal that they are
 * given and leave them there; a trace's own signal lives as long as the trace, and would collect them.
 */
export const linkSignal = (outer: AbortSignal): LinkedSignal => {
  const controller = new AbortController();
  const abort = (): void => controller.abort(outer.reason);
  if (outer.aborted) abort();
  else outer.addEventListener("abort", abort, { once: true });
  return { signal: controller.signal, unlink: () => outer.removeEventListener("abort", abort) };
};
