import type { JSX } from "preact";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

const DEEPEST = 30;

export const DepthControl = (): JSX.Element => {
  const { store } = useApp();
  const { depth } = store.view.value;
  const go = (to: number): void =>
    store.navigation.navigate({ depth: Math.max(1, Math.min(DEEPEST, to)) }, "replace");
  return (
    <div class="stepper" role="group" aria-label="Depth in levels">
      <button type="button" aria-label="One level less" disabled={depth <= 1} onClick={() => go(depth - 1)}>
        <Icon name="minus" />
      </button>
      <label title="Levels from the root that are shown, 1 to 30">
        <span class="muted">depth</span>
        <input
          type="text"
          inputMode="numeric"
          aria-label="Depth, 1 to 30 levels"
          value={depth}
          onChange={(event) => {
            const wanted = Number(event.currentTarget.value);
            if (Number.isInteger(wanted) && wanted > 0) go(wanted);
            event.currentTarget.value = String(store.view.value.depth);
          }}
        />
      </label>
      <button
        type="button"
        aria-label="One level more"
        disabled={depth >= DEEPEST}
        onClick={() => go(depth + 1)}
      >
        <Icon name="plus" />
      </button>
    </div>
  );
};
