import type { JSX } from "preact";
import { formatCount, formatPlural } from "../state/format.ts";
import { useApp } from "./app-context.ts";

/** "n of m shown", and whether there is more behind the border. */
export const ShownCount = (): JSX.Element | null => {
  const { store } = useApp();
  const shown = store.shown.value;
  if (shown === undefined) return null;
  return (
    <p class="shown-count tabular" role="status">
      {formatCount(shown.nodes.length)} of {formatPlural(shown.total, "dataset")} shown,{" "}
      {formatPlural(shown.edges.length, "edge")}
      {shown.truncated && (
        <button
          type="button"
          class="text-button"
          title="The lineage goes on beyond this depth, or is too large to send whole"
          onClick={() => store.navigation.navigate({ depth: Math.min(30, store.view.value.depth + 6) })}
        >
          more beyond depth {store.view.value.depth}
        </button>
      )}
    </p>
  );
};
