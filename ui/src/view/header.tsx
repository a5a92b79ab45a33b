import type { JSX } from "preact";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { HeaderMenu } from "./header-menu.tsx";
import { Icon } from "./icons.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { PageLinks } from "./page-links.tsx";
import { SearchBox } from "./search-box.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";
import { TraceIndicator } from "./trace-indicator.tsx";
import { ViewLink } from "./view-link.tsx";
import { Wordmark } from "./wordmark.tsx";

export const Header = (): JSX.Element => {
  const { store } = useApp();
  const words = frameWords();
  return (
    <header class="header">
      <ViewLink to={HOME} class="wordmark" title={words.homeTitle}>
        <Wordmark />
      </ViewLink>
      <SearchBox id="search" search={store.search} isMain />
      <nav class="header-nav" aria-label={words.navigation}>
        <PageLinks />
      </nav>
      <div class="header-end">
        <TraceIndicator />
        <SheetButtons />
        <LanguageSwitch />
        <ThemeToggle />
      </div>
      <HeaderMenu />
    </header>
  );
};

const HOME = {
  page: "explore",
  root: undefined,
  others: [],
  expansions: [],
  openGroups: [],
  selection: undefined,
  document: undefined,
  trace: undefined,
} as const;

const SheetButtons = (): JSX.Element => {
  const { isKeySheetOpen, isCommandListOpen } = useApp();
  const words = frameWords();
  return (
    <>
      <button
        type="button"
        class="icon-button"
        title={words.commandsTitle}
        aria-label={words.showCommands}
        onClick={() => (isCommandListOpen.value = true)}
      >
        <Icon name="command" />
      </button>
      <button
        type="button"
        class="icon-button"
        title={words.keysTitle}
        aria-label={words.showKeys}
        onClick={() => (isKeySheetOpen.value = true)}
      >
        <Icon name="keys" />
      </button>
    </>
  );
};
