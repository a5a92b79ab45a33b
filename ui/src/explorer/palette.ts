import { DOMAINS } from "../../../schema/vocabulary.ts";

/** Steps of the ramp that shades marks by date, the oldest first. */
export const DATE_STEPS = ["date-0", "date-1", "date-2", "date-3", "date-4", "date-5"] as const;

/** What a mark's colour may say of its domain: one of the list, several of them, or that nobody knows. */
export const DOMAIN_SHADES = [...DOMAINS, "mixed", "unknown"] as const;
export type DomainShade = (typeof DOMAIN_SHADES)[number];
export type DomainRole = `domain-${DomainShade}`;

const DOMAIN_ROLES = DOMAIN_SHADES.map((domain): DomainRole => `domain-${domain}`);

/** Colours of the marks, as CSS colours, read from the page's tokens by the view. */
export const PALETTE_ROLES = [
  "paper",
  "surface",
  "raised",
  "ink",
  "muted",
  "line",
  "accent",
  "doubt",
  "rubric",
  "off-hub",
  "model",
  "group",
  "edge",
  ...DOMAIN_ROLES,
  ...DATE_STEPS,
] as const;
export type PaletteRole = (typeof PALETTE_ROLES)[number];
export type Palette = Readonly<Record<PaletteRole, string>>;
