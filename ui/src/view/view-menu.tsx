import { useSignal } from "@preact/signals";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useRef } from "preact/hooks";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { useApp } from "./app-context.ts";
import { DepthControl } from "./depth-control.tsx";
import { DrawingControls } from "./drawing-controls.tsx";
import { Icon } from "./icons.tsx";
import { UndoButtons } from "./sharing/undo-buttons.tsx";
import { ToolbarPanel } from "./toolbar-panel.tsx";
import { useCloseOutside } from "./use-close-outside.ts";

/** How the graph is drawn, as one entry of the toolbar; on a narrow one also what the toolbar has no room for. */
export const ViewMenu = (): JSX.Element => {
  const { store } = useApp();
  const isOpen = useSignal(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const words = canvasWords();
  const { layout, shade, showModels } = store.view.value;
  const isUsual =
    layout === DEFAULT_VIEW.layout && shade === DEFAULT_VIEW.shade && showModels === DEFAULT_VIEW.showModels;
  const close = (): void => void (isOpen.value = false);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.key !== "Escape" || !isOpen.value) return;
    close();
    button.current?.focus();
    event.stopPropagation();
    event.preventDefault();
  };
  useCloseOutside(around, close);
  return (
    <div ref={around} class="toolbar-menu view-menu" onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class={`button quiet${isUsual ? "" : " is-changed"}`}
        title={[words[layout][0], words[shade][0], ...(showModels ? [words.models] : [])].join(", ")}
        aria-expanded={isOpen.value}
        aria-controls="view-panel"
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        {words.viewMenu}
        <Icon name="chevron" />
      </button>
      {isOpen.value && (
        <ToolbarPanel id="view-panel" role="group" label={words.viewMenu} below={button}>
          <div class="view-row when-narrow">
            <DepthControl />
          </div>
          <DrawingControls />
          <div class="view-row when-tight">
            <span class="view-row-name">{words.changes}</span>
            <UndoButtons />
          </div>
        </ToolbarPanel>
      )}
    </div>
  );
};
