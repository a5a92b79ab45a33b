import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { DIRECTIONS } from "../../../schema/query-choices.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { keysWords } from "../words/keys-words.ts";
import { useApp } from "./app-context.ts";
import { DepthControl } from "./depth-control.tsx";
import { FiltersToggle } from "./filters-toggle.tsx";
import { SharingTools } from "./sharing/sharing-tools.tsx";
import { ViewMenu } from "./view-menu.tsx";

/** One line, whatever the width: what is used often first, the rest behind View. */
export const CanvasToolbar = (): JSX.Element => {
  const { store } = useApp();
  const { direction } = store.view.value;
  const words = canvasWords();
  useLayoutCommand();
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
      <div class="toolbar-depth">
        <DepthControl />
      </div>
      <ViewMenu />
      <span class="toolbar-space" />
      <SharingTools />
    </div>
  );
};

const useLayoutCommand = (): void => {
  const app = useApp();
  const { store } = app;
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
};
