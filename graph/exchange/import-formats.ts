import type { Importer } from "./importer.ts";
import { GRAPH_FILE_IMPORTER } from "./jsonl/graph-file-importer.ts";

/** Every format that can be read in, in the order in which an unnamed input is tried. */
export const IMPORTERS: readonly Importer[] = [GRAPH_FILE_IMPORTER];
