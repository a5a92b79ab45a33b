import type { SourceClock } from "./source-clock.ts";
import { createTokenBucket, type RateRule, type TokenBucket } from "./token-bucket.ts";

export interface HostRule extends RateRule {
  /** Requests that may be open at once. */
  readonly concurrency: number;
}

/** The turn that a request got: `leave` must be called once when it is over. */
export type HostTurn =
  | { readonly kind: "entered"; leave(): void }
  | { readonly kind: "paused"; readonly untilMs: number };

/** A host that asked for quiet. */
export interface HostWait {
  readonly host: string;
  /** Epoch milliseconds. */
  readonly untilMs: number;
}

export interface HostGates {
  /** Waits for the host's next free turn; "paused" at once when the host asked for more quiet than is worth waiting. */
  enter(url: URL, signal: AbortSignal): Promise<HostTurn>;
  /** The host asked to be left alone until then, in epoch milliseconds. */
  pause(url: URL, untilMs: number): void;
  /** Hosts that are being left alone now, by the name that they were asked under, the longest first. */
  waits(): readonly HostWait[];
}

export interface HostGatesDeps {
  readonly clock: SourceClock;
  /** A host's key, shared by all its names, and its rule. */
  readonly ruleOf: (url: URL) => { readonly key: string; readonly rule: HostRule };
  /** A pause longer than this is given back instead of waited for, in milliseconds. */
  readonly maxPauseMs: number;
}

/** One gate per host for all work in the process: spacing, open requests and pauses. */
export const createHostGates = ({ clock, ruleOf, maxPauseMs }: HostGatesDeps): HostGates => {
  const gates = new Map<string, Gate>();
  const paused = new Map<string, number>();
  const gateOf = (url: URL): Gate => {
    const { key, rule } = ruleOf(url);
    const gate = gates.get(key) ?? createGate(rule);
    gates.set(key, gate);
    return gate;
  };
  const waitForTurn = async (bucket: TokenBucket, signal: AbortSignal): Promise<HostTurn | undefined> => {
    let startMs = bucket.reserve(clock.now().getTime());
    for (;;) {
      const nowMs = clock.now().getTime();
      const pausedUntilMs = bucket.pausedUntil();
      if (pausedUntilMs - nowMs > maxPauseMs) return { kind: "paused", untilMs: pausedUntilMs };
      startMs = Math.max(startMs, pausedUntilMs);
      if (startMs <= nowMs) return undefined;
      await clock.sleep(startMs - nowMs, signal);
    }
  };
  return {
    enter: async (url, signal) => {
      const gate = gateOf(url);
      const leave = await gate.occupy(signal);
      try {
        const paused = await waitForTurn(gate.bucket, signal);
        if (paused === undefined) return { kind: "entered", leave };
        leave();
        return paused;
      } catch (error) {
        leave();
        throw error;
      }
    },
    pause: (url, untilMs) => {
      gateOf(url).bucket.pauseUntil(untilMs);
      paused.set(url.host, Math.max(untilMs, paused.get(url.host) ?? 0));
    },
    waits: () => {
      const nowMs = clock.now().getTime();
      for (const [host, untilMs] of paused) if (untilMs <= nowMs) paused.delete(host);
      return [...paused]
        .map(([host, untilMs]) => ({ host, untilMs }))
        .sort((one, other) => other.untilMs - one.untilMs);
    },
  };
};

interface Gate {
  readonly bucket: TokenBucket;
  /** Waits for one of the host's places, in order of arrival. */
  occupy(signal: AbortSignal): Promise<() => void>;
}

const createGate = (rule: HostRule): Gate => {
  const waiting: (() => void)[] = [];
  let open = 0;
  const leaveOnce = (): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      open -= 1;
      waiting.shift()?.();
    };
  };
  return {
    bucket: createTokenBucket(rule),
    occupy: async (signal) => {
      signal.throwIfAborted();
      while (open >= rule.concurrency) await nextPlace(waiting, signal);
      open += 1;
      return leaveOnce();
    },
  };
};

const nextPlace = (waiting: (() => void)[], signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => {
      waiting.splice(waiting.indexOf(take), 1);
      reject(signal.reason as Error);
    };
    const take = (): void => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    };
    waiting.push(take);
    signal.addEventListener("abort", giveUp, { once: true });
  });
