import type { Importer } from "./importer.ts";

/** Every format that can be read in, in the order in which an unnamed input is tried. */
export const IMPORTERS: readonly Importer[] = [];
