import type { JSX } from "preact";
import { DIRECTIONS } from "../../../schema/api.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { useApp } from "./app-context.ts";
import { DepthControl } from "./depth-control.tsx";
import { DrawingControls } from "./drawing-controls.tsx";
import { FiltersToggle } from "./filters-toggle.tsx";
import { SharingTools } from "./sharing/sharing-tools.tsx";

export const CanvasToolbar = (): JSX.Element => {
  const { store } = useApp();
  const { direction, showModels } = store.view.value;
  const progress = store.models.progress.value;
  const words = canvasWords();
  return (
    <div class="toolbar" role="toolbar" aria-label={words.toolbar}>
      <FiltersToggle />
      <div class="segmented" role="group" aria-label={words.direction}>
        {DIRECTIONS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === direction}
            title={words.directions[one][1]}
            onClick={() => store.navigation.navigate({ direction: one })}
          >
            {words.directions[one][0]}
          </button>
        ))}
      </div>
      <DepthControl />
      <button
        type="button"
        class="button quiet toggle"
        aria-pressed={showModels}
        title={words.modelsTitle}
        onClick={() => store.navigation.navigate({ showModels: !showModels })}
      >
        {words.models}
        {progress !== undefined && progress.done < progress.of && (
          <span class="muted tabular"> {words.progress(progress.done, progress.of)}</span>
        )}
      </button>
      <DrawingControls />
      <span class="toolbar-space" />
      <SharingTools />
    </div>
  );
};
