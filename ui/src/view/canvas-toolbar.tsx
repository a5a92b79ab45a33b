import type { JSX } from "preact";
import { DIRECTIONS, type Direction } from "../../../schema/api.ts";
import { useApp } from "./app-context.ts";
import { DepthControl } from "./depth-control.tsx";
import { FiltersToggle } from "./filters-toggle.tsx";
import { SharingTools } from "./sharing/sharing-tools.tsx";

const DIRECTION_WORDS = {
  upstream: ["Sources", "What the dataset was built from"],
  downstream: ["Uses", "What was built from the dataset"],
  both: ["Both", "Sources and uses"],
} satisfies Record<Direction, readonly [string, string]>;

export const CanvasToolbar = (): JSX.Element => {
  const { store } = useApp();
  const { direction, showModels } = store.view.value;
  const progress = store.models.progress.value;
  return (
    <div class="toolbar" role="toolbar" aria-label="Graph">
      <FiltersToggle />
      <div class="segmented" role="group" aria-label="Direction">
        {DIRECTIONS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === direction}
            title={DIRECTION_WORDS[one][1]}
            onClick={() => store.navigation.navigate({ direction: one })}
          >
            {DIRECTION_WORDS[one][0]}
          </button>
        ))}
      </div>
      <DepthControl />
      <button
        type="button"
        class="button quiet toggle"
        aria-pressed={showModels}
        title="Show the models that wrote, answered, judged or filtered the rows (m)"
        onClick={() => store.navigation.navigate({ showModels: !showModels })}
      >
        Models
        {progress !== undefined && progress.done < progress.of && (
          <span class="muted tabular">
            {" "}
            {progress.done} of {progress.of}
          </span>
        )}
      </button>
      <span class="toolbar-space" />
      <SharingTools />
    </div>
  );
};
