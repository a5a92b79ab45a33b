/** Wrong tokens that one address may offer in one window before further wrong ones are told to wait. */
const MAX_FAILURES = 20;
const WINDOW_MS = 60_000;
/** Addresses remembered at a time: a flood from many must not fill the memory. */
const MAX_ADDRESSES = 10_000;

export interface FailedSignIns {
  add(address: string): void;
  /** Seconds until the address may try again; 0 when it may now. */
  secondsToWait(address: string): number;
}

/** Counts wrong tokens per address in fixed windows. */
export const createFailedSignIns = (now: () => Date): FailedSignIns => {
  const failures = new Map<string, { count: number; readonly endsAtMs: number }>();
  const current = (address: string) => {
    const known = failures.get(address);
    if (known !== undefined && known.endsAtMs > now().getTime()) return known;
    failures.delete(address);
    return undefined;
  };
  return {
    add: (address) => {
      const known = current(address);
      if (known !== undefined) {
        known.count += 1;
        return;
      }
      failures.set(address, { count: 1, endsAtMs: now().getTime() + WINDOW_MS });
      const oldest = failures.keys().next().value;
      if (failures.size > MAX_ADDRESSES && oldest !== undefined) failures.delete(oldest);
    },
    secondsToWait: (address) => {
      const known = current(address);
      if (known === undefined || known.count < MAX_FAILURES) return 0;
      return Math.ceil((known.endsAtMs - now().getTime()) / 1_000);
    },
  };
};
