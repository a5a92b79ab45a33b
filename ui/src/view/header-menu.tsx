import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { PageLinks } from "./page-links.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

/** On a narrow page: what the header has no room for. Closes by Esc, by a choice, and when the focus goes elsewhere. */
export const HeaderMenu = (): JSX.Element => {
  const { store, isCommandListOpen } = useApp();
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const words = frameWords();
  const { page } = store.view.value;
  useEffect(() => void (isOpen.value = false), [page]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !isOpen.value) return;
    event.stopPropagation();
    isOpen.value = false;
    button.current?.focus();
  };
  const onFocusOut = (event: FocusEvent & { readonly currentTarget: HTMLElement }): void => {
    const next = event.relatedTarget;
    if (next instanceof Node && !event.currentTarget.contains(next)) isOpen.value = false;
  };
  return (
    <div class="header-menu" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={words.menu}
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name={isOpen.value ? "close" : "menu"} />
      </button>
      {isOpen.value && (
        <div class="header-menu-body">
          <nav aria-label={words.navigation}>
            <PageLinks onFollow={() => (isOpen.value = false)} />
          </nav>
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              isOpen.value = false;
              isCommandListOpen.value = true;
            }}
          >
            <Icon name="command" /> {words.commands.title}
          </button>
          <div class="header-menu-choices">
            <LanguageSwitch />
            <ThemeToggle />
          </div>
        </div>
      )}
    </div>
  );
};
