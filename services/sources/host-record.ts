/** How it went with a host so far. */
export interface HostFigures {
  readonly host: string;
  /** Requests that went out. */
  readonly requests: number;
  /** When it last gave what it was asked for, in epoch milliseconds; absent when it never did. */
  readonly lastSuccessMs?: number;
}

export interface HostRecord {
  asked(url: URL): void;
  succeeded(url: URL): void;
  /** The one that was asked most first. */
  figures(): readonly HostFigures[];
}

/** Counts requests and remembers successes, by host and for this process alone. */
export const createHostRecord = (nowMs: () => number): HostRecord => {
  const requests = new Map<string, number>();
  const successes = new Map<string, number>();
  return {
    asked: ({ host }) => void requests.set(host, (requests.get(host) ?? 0) + 1),
    succeeded: ({ host }) => void successes.set(host, nowMs()),
    figures: () =>
      [...requests]
        .map(([host, count]) => {
          const lastSuccessMs = successes.get(host);
          return { host, requests: count, ...(lastSuccessMs !== undefined && { lastSuccessMs }) };
        })
        .sort((one, other) => other.requests - one.requests),
  };
};
