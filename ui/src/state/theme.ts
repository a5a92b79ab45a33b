import { effect, signal, type Signal } from "@preact/signals";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "stemma.theme";

export interface ThemeDependencies {
  readonly storage: Pick<Storage, "getItem" | "setItem">;
  /** Puts the theme on the page. */
  readonly apply: (theme: Theme) => void;
}

/** The reader's theme, remembered on this machine; it is no part of a link, since the next reader has an own one. */
export const createTheme = ({ storage, apply }: ThemeDependencies): Signal<Theme> => {
  const theme = signal(THEMES.find((one) => one === storage.getItem(KEY)) ?? "system");
  effect(() => {
    storage.setItem(KEY, theme.value);
    apply(theme.value);
  });
  return theme;
};
