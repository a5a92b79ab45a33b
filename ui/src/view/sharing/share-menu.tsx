import { useSignal } from "@preact/signals";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { SharingDialog } from "../../state/sharing.ts";
import { sharingWords } from "../../words/sharing-words.ts";
import { useApp } from "../app-context.ts";
import { Icon } from "../icons.tsx";
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
    <div ref={around} class="share-menu" onKeyDown={(event) => isOpen.value && onMenuKey(event, close)}>
      <button
        ref={button}
        type="button"
        class="button quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name="share" />
        <span class="share-words">{words.share}</span>
      </button>
      {isOpen.value && (
        <MenuList below={button}>
          <CopyLinkItem />
          <MenuItem words={words.saveView} onChoose={() => choose("save")} />
          <MenuItem words={words.savedViews} onChoose={() => choose("views")} />
          <li role="separator" />
          <MenuItem words={words.exportView} onChoose={() => choose("export")} />
          <MenuItem words={words.cite} onChoose={() => choose("cite")} />
          <MenuItem words={words.embed} onChoose={() => choose("embed")} />
        </MenuList>
      )}
    </div>
  );
};

interface MenuListProps {
  readonly below: { readonly current: HTMLElement | null };
  readonly children: readonly JSX.Element[];
}

const GAP_PX = 4;
const EDGE_PX = 8;

/** Below its button, right sides together, and on the page. */
const place = (menu: HTMLElement, { bottom, right }: DOMRect): void => {
  const left = Math.max(EDGE_PX, Math.min(right, innerWidth - EDGE_PX) - menu.offsetWidth);
  menu.style.left = `${left}px`;
  menu.style.top = `${bottom + GAP_PX}px`;
};

/** Opens with its first item in focus, as a menu does. */
const MenuList = ({ below, children }: MenuListProps): JSX.Element => {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const element = list.current;
    if (element === null || below.current === null) return;
    // In the top layer: the toolbar scrolls when it is narrow, and would cut it off.
    element.showPopover();
    place(element, below.current.getBoundingClientRect());
    element.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, []);
  return (
    <ul ref={list} popover="manual" role="menu" aria-label={sharingWords().menu}>
      {children}
    </ul>
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

const useCloseOutside = (place: { readonly current: HTMLElement | null }, close: () => void): void => {
  useEffect(() => {
    const onPress = (event: Event): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) close();
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, []);
};
