import type { JSX } from "preact";
import { THEMES, type Theme } from "../state/theme.ts";
import { useApp } from "./app-context.ts";
import { Icon, type IconProps } from "./icons.tsx";

const ICONS = { system: "screen", light: "sun", dark: "moon" } satisfies Record<Theme, IconProps["name"]>;

export const ThemeToggle = (): JSX.Element => {
  const { theme } = useApp();
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? "system";
  return (
    <button
      type="button"
      class="icon-button"
      title={`Theme: ${theme.value}. Press for ${next}.`}
      aria-label={`Theme: ${theme.value}. Change to ${next}.`}
      onClick={() => (theme.value = next)}
    >
      <Icon name={ICONS[theme.value]} />
    </button>
  );
};
