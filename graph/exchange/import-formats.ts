import { CSV_IMPORTER } from "./csv/csv-importer.ts";
import type { Importer } from "./importer.ts";
import { GRAPH_FILE_IMPORTER } from "./jsonl/graph-file-importer.ts";
import { PUBLISHED_IMPORTER } from "./published/published-importer.ts";

/** Every format that can be read in, in the order in which an unnamed input is tried. */
export const IMPORTERS: readonly Importer[] = [GRAPH_FILE_IMPORTER, CSV_IMPORTER, PUBLISHED_IMPORTER];
