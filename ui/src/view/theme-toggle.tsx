import type { JSX } from "preact";
import { THEMES, type Theme } from "../state/theme.ts";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { Icon, type IconProps } from "./icons.tsx";

const ICONS = { system: "screen", light: "sun", dark: "moon" } satisfies Record<Theme, IconProps["name"]>;

export const ThemeToggle = (): JSX.Element => {
  const { theme } = useApp();
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? "system";
  const title = frameWords().themeTitle(theme.value, next);
  return (
    <button
      type="button"
      class="icon-button"
      title={title}
      aria-label={title}
      onClick={() => (theme.value = next)}
    >
      <Icon name={ICONS[theme.value]} />
    </button>
  );
};
