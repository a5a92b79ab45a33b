/** What is read slowly is answered from before for so many times its reading time, though writes came in between. */
const QUICK_MS = 300;
const PATIENCE_FACTOR = 5;

interface Kept<Value> {
  readonly version: string;
  readonly value: Value;
  readonly freshUntilMs: number;
}

export interface PerVersion<Value> {
  readonly read: () => Promise<Value>;
  /** Another text after every committed write; absent: everything is read anew each time. */
  readonly version?: (() => Promise<string>) | undefined;
}

/** One value for each version of the graph, read once however many ask. */
export const keepPerVersion = <Value>({ read, version }: PerVersion<Value>): (() => Promise<Value>) => {
  if (version === undefined) return read;
  let kept: Kept<Value> | undefined;
  let reading: Promise<Kept<Value>> | undefined;
  const readNow = async (): Promise<Kept<Value>> => {
    const startedMs = performance.now();
    const before = await version();
    const value = await read();
    const tookMs = performance.now() - startedMs;
    const patienceMs = tookMs < QUICK_MS ? 0 : tookMs * PATIENCE_FACTOR;
    kept = { version: before, value, freshUntilMs: performance.now() + patienceMs };
    return kept;
  };
  return async () => {
    const current = await version();
    await reading?.catch(() => undefined);
    if (kept !== undefined && (kept.version === current || kept.freshUntilMs > performance.now())) {
      return kept.value;
    }
    reading ??= readNow().finally(() => (reading = undefined));
    return (await reading).value;
  };
};
