import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { AppError } from "../../../schema/errors.ts";

/** Something that is fetched. `previous` is the last value while it, or what may follow it, is asked for. */
export type Loadable<Value> =
  | { readonly state: "idle" }
  | { readonly state: "loading"; readonly previous?: Value }
  | { readonly state: "ready"; readonly value: Value }
  | { readonly state: "failed"; readonly error: AppError; readonly previous?: Value };

export interface Resource<Value> {
  readonly current: ReadonlySignal<Loadable<Value>>;
  /** The value at hand, also while a newer one is loading. */
  readonly value: ReadonlySignal<Value | undefined>;
  reload(): void;
  close(): void;
}

export interface ResourceOptions<Key> {
  /** Whether the value of a former key may stand until that of another one is there; by default it goes at once. */
  readonly keepsFor?: (wanted: Key, former: Key) => boolean;
}

/** Loads whenever the key changes; an answer for an earlier key is dropped, its request aborted. */
export const createResource = <Key extends string, Value>(
  key: ReadonlySignal<Key | undefined>,
  load: (key: Key, signal: AbortSignal) => Promise<Value>,
  { keepsFor = () => false }: ResourceOptions<Key> = {},
): Resource<Value> => {
  const current = signal<Loadable<Value>>({ state: "idle" });
  let running: AbortController | undefined;
  let loadedKey: Key | undefined;

  const start = (wanted: Key): void => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const keeps = wanted === loadedKey || (loadedKey !== undefined && keepsFor(wanted, loadedKey));
    const previous = keeps ? valueOf(current.peek()) : undefined;
    loadedKey = wanted;
    const kept = previous === undefined ? {} : { previous };
    current.value = { state: "loading", ...kept };
    load(wanted, controller.signal).then(
      (value) => {
        if (running === controller) current.value = { state: "ready", value };
      },
      (error: unknown) => {
        if (running === controller) current.value = { state: "failed", error: toAppError(error), ...kept };
      },
    );
  };

  const stopEffect = effect(() => {
    const wanted = key.value;
    if (wanted !== undefined) return start(wanted);
    running?.abort();
    running = undefined;
    loadedKey = undefined;
    current.value = { state: "idle" };
  });

  return {
    current,
    value: computed(() => valueOf(current.value)),
    reload: () => {
      const wanted = key.peek();
      if (wanted !== undefined) start(wanted);
    },
    close: () => {
      stopEffect();
      running?.abort();
    },
  };
};

const valueOf = <Value>(loadable: Loadable<Value>): Value | undefined => {
  if (loadable.state === "ready") return loadable.value;
  return loadable.state === "idle" ? undefined : loadable.previous;
};

/** Keeps an AppError; anything else is a fault of the page itself and says so. */
export const toAppError = (error: unknown): AppError =>
  error instanceof AppError
    ? error
    : new AppError(error instanceof Error ? error.message : String(error), {
        code: "INTERNAL",
        cause: error,
      });
