import type { JSX } from "preact";
import { LAYOUTS, SHADES } from "../state/view-state.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { useApp } from "./app-context.ts";

/** How the graph is laid out, what the colour of its marks says, and whether models are drawn too. */
export const DrawingControls = (): JSX.Element => {
  const { store } = useApp();
  const { layout, shade } = store.view.value;
  const words = canvasWords();
  return (
    <>
      <div class="view-row" role="group" aria-label={words.layout}>
        <span class="view-row-name">{words.layout}</span>
        <div class="segmented">
          {LAYOUTS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === layout}
              title={words[one][1]}
              onClick={() => store.navigation.navigate({ layout: one, camera: undefined })}
            >
              {words[one][0]}
            </button>
          ))}
        </div>
      </div>
      <div class="view-row" role="group" aria-label={words.shade}>
        <span class="view-row-name">{words.shade}</span>
        <div class="segmented">
          {SHADES.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === shade}
              title={words[one][1]}
              onClick={() => store.navigation.navigate({ shade: one })}
            >
              {words[one][0]}
            </button>
          ))}
        </div>
      </div>
      <ModelsRow />
    </>
  );
};

const ModelsRow = (): JSX.Element => {
  const { store } = useApp();
  const { showModels } = store.view.value;
  const progress = store.models.progress.value;
  const words = canvasWords();
  return (
    <label class="view-row" title={words.modelsTitle}>
      <span>
        {words.models}
        {progress !== undefined && progress.done < progress.of && (
          <span class="muted tabular"> {words.progress(progress.done, progress.of)}</span>
        )}
      </span>
      <input
        type="checkbox"
        checked={showModels}
        onChange={() => store.navigation.navigate({ showModels: !showModels })}
      />
    </label>
  );
};
