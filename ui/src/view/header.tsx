import type { JSX } from "preact";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { SearchBox } from "./search-box.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";
import { TraceIndicator } from "./trace-indicator.tsx";
import { ViewLink } from "./view-link.tsx";
import { Wordmark } from "./wordmark.tsx";

export const Header = (): JSX.Element => {
  const { isKeySheetOpen } = useApp();
  return (
    <header class="header">
      <ViewLink to={HOME} class="wordmark" title="Stemma, start page">
        <Wordmark />
      </ViewLink>
      <SearchBox />
      <div class="header-end">
        <TraceIndicator />
        <button
          type="button"
          class="icon-button desktop-only"
          title="Keys of this page (?)"
          aria-label="Show the keys of this page"
          onClick={() => (isKeySheetOpen.value = true)}
        >
          <Icon name="keys" />
        </button>
        <ThemeToggle />
      </div>
    </header>
  );
};

const HOME = { root: undefined, selection: undefined, document: undefined, trace: undefined };
