/** Colours of the marks, as CSS colours, read from the page's tokens by the view. */
export const PALETTE_ROLES = [
  "paper",
  "surface",
  "ink",
  "muted",
  "line",
  "accent",
  "doubt",
  "node",
  "benchmark",
  "family",
  "off-hub",
  "model",
  "edge",
] as const;
export type PaletteRole = (typeof PALETTE_ROLES)[number];
export type Palette = Readonly<Record<PaletteRole, string>>;
