import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { LAYOUTS, SHADES } from "../state/view-state.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { keysWords } from "../words/keys-words.ts";
import { useApp } from "./app-context.ts";

/** How the graph is laid out, and what the colour of its marks says. */
export const DrawingControls = (): JSX.Element => {
  const app = useApp();
  const { store } = app;
  const { layout, shade } = store.view.value;
  const words = canvasWords();
  useEffect(
    () =>
      app.commands.register([
        {
          id: "other-layout",
          words: () => keysWords().action["other-layout"],
          run: () => {
            const next = store.view.peek().layout === "layered" ? "force" : "layered";
            store.navigation.navigate({ layout: next, camera: undefined });
          },
        },
      ]),
    [app],
  );
  return (
    <>
      <div class="segmented" role="group" aria-label={words.layout}>
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
      <div class="segmented" role="group" aria-label={words.shade}>
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
    </>
  );
};
