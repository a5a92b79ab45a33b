import { useSignal } from "@preact/signals";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useRef } from "preact/hooks";
import type { SharingDialog } from "../../state/sharing.ts";
import { sharingWords } from "../../words/sharing-words.ts";
import { useApp } from "../app-context.ts";
import { Icon } from "../icons.tsx";
import { ToolbarPanel } from "../toolbar-panel.tsx";
import { useCloseOutside } from "../use-close-outside.ts";
import { CopyLinkItem } from "./copy-link-item.tsx";

/** The ways to hand a view on, as one entry of the toolbar. */
export const ShareMenu = (): JSX.Element => {
  const { sharing } = useApp();
  const isOpen = useSignal(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const words = sharingWords();
  const close = (): void => {
    isOpen.value = false;
    // The item that has the focus goes: it returns to where the menu came from, and from there into a dialog and back.
    button.current?.focus();
  };
  const choose = (dialog: SharingDialog): void => {
    close();
    sharing.value = dialog;
  };
  useCloseOutside(around, () => (isOpen.value = false));
  return (
    <div
      ref={around}
      class="toolbar-menu share-menu"
      onKeyDown={(event) => isOpen.value && onMenuKey(event, close)}
    >
      <button
        ref={button}
        type="button"
        class="button quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        aria-controls="share-panel"
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name="share" />
        <span class="share-words">{words.share}</span>
      </button>
      {isOpen.value && (
        <ToolbarPanel id="share-panel" role="menu" label={words.menu} below={button}>
          <ul role="none">
            <CopyLinkItem />
            <MenuItem words={words.saveView} onChoose={() => choose("save")} />
            <MenuItem words={words.savedViews} onChoose={() => choose("views")} />
            <li role="separator" />
            <MenuItem words={words.exportView} onChoose={() => choose("export")} />
            <MenuItem words={words.cite} onChoose={() => choose("cite")} />
            <MenuItem words={words.embed} onChoose={() => choose("embed")} />
          </ul>
        </ToolbarPanel>
      )}
    </div>
  );
};

interface MenuItemProps {
  readonly words: string;
  readonly onChoose: () => void;
}

const MenuItem = ({ words, onChoose }: MenuItemProps): JSX.Element => (
  <li role="none">
    <button type="button" role="menuitem" tabIndex={-1} onClick={onChoose}>
      {words}
    </button>
  </li>
);

const onMenuKey = (event: TargetedKeyboardEvent<HTMLElement>, close: () => void): void => {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item === document.activeElement);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const to = moves[event.key];
  if (to !== undefined) items[to]?.focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.stopPropagation();
  if (event.key !== "Tab") event.preventDefault();
};
