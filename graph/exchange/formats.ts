import type { Exporter } from "./exporter.ts";

/** Every one-way format, in the order in which people read the list. */
export const EXPORTERS: readonly Exporter[] = [];
