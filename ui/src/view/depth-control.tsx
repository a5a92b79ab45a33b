import type { JSX } from "preact";
import { formatCompact } from "../state/format.ts";
import { findingWords } from "../words/finding-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

const DEEPEST = 30;

export const DepthControl = (): JSX.Element => {
  const { store } = useApp();
  const { depth } = store.view.value;
  const words = findingWords();
  const go = (to: number): void =>
    store.navigation.navigate({ depth: Math.max(1, Math.min(DEEPEST, to)) }, "replace");
  return (
    <>
      <div class="stepper" role="group" aria-label={words.depth}>
        <button type="button" aria-label={words.less} disabled={depth <= 1} onClick={() => go(depth - 1)}>
          <Icon name="minus" />
        </button>
        <label title={words.depthTitle}>
          <span class="muted">{words.depthShort}</span>
          <input
            type="text"
            inputMode="numeric"
            aria-label={words.depthTitle}
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
          aria-label={words.more}
          disabled={depth >= DEEPEST}
          onClick={() => go(depth + 1)}
        >
          <Icon name="plus" />
        </button>
      </div>
      <WholeButton />
    </>
  );
};

const WholeButton = (): JSX.Element => {
  const { store } = useApp();
  const { reach } = store.lineage.value.value ?? {};
  const words = findingWords();
  const datasets = reach && (reach.ancestors ?? 0) + (reach.descendants ?? 0);
  return (
    <button
      type="button"
      class="button quiet toggle"
      aria-pressed={store.view.value.depth === DEEPEST}
      title={words.wholeTitle(datasets)}
      onClick={() => store.lineageActions.showAll()}
    >
      {words.whole}
      {datasets !== undefined && <span class="muted tabular"> {formatCompact(datasets)}</span>}
    </button>
  );
};
