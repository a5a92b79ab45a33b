import type { JSX } from "preact";
import { sharingWords } from "../../words/sharing-words.ts";
import { useApp } from "../app-context.ts";
import { Icon } from "../icons.tsx";

export const UndoButtons = (): JSX.Element => {
  const { navigation } = useApp().store;
  const words = sharingWords();
  return (
    <span class="undo-buttons">
      <button
        type="button"
        class="icon-button"
        aria-label={words.undo}
        title={words.undo}
        // Not disabled: a button that goes dead under the finger takes the focus with it.
        aria-disabled={!navigation.canUndo.value}
        onClick={navigation.undo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={words.redo}
        title={words.redo}
        aria-disabled={!navigation.canRedo.value}
        onClick={navigation.redo}
      >
        <Icon name="redo" />
      </button>
    </span>
  );
};
