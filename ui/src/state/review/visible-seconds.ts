export interface VisibleSeconds {
  /** Begins to count anew. */
  start(): void;
  /** Whether somebody looks at the page from now on. */
  setVisible(isVisible: boolean): void;
  /** Seconds in sight since the start, to a tenth. */
  read(): number;
}

/** Counts the time that somebody had an edge before their eyes; while the page is out of sight it stands still. */
export const createVisibleSeconds = (nowMs: () => number, isVisibleAtStart: boolean): VisibleSeconds => {
  let countedMs = 0;
  let since = isVisibleAtStart ? nowMs() : undefined;
  const count = (): void => {
    if (since === undefined) return;
    const now = nowMs();
    countedMs += Math.max(0, now - since);
    since = now;
  };
  return {
    start: () => {
      countedMs = 0;
      if (since !== undefined) since = nowMs();
    },
    setVisible: (isVisible) => {
      count();
      since = isVisible ? (since ?? nowMs()) : undefined;
    },
    read: () => {
      count();
      return Math.min(Math.round(countedMs / 100) / 10, DAY_SECONDS);
    },
  };
};

/** More is no time that one takes for a decision, and the service takes none longer. */
const DAY_SECONDS = 86_400;
