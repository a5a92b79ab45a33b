import { CSV } from "./csv/csv.ts";
import { CYCLONE_DX } from "./cyclone-dx.ts";
import type { Exporter } from "./exporter.ts";
import { GEXF } from "./gexf.ts";
import { GRAPH_ML } from "./graph-ml.ts";
import { PROV_JSON } from "./prov-json.ts";

/** Every one-way format, in the order in which people read the list. */
export const EXPORTERS: readonly Exporter[] = [CSV, GEXF, GRAPH_ML, PROV_JSON, CYCLONE_DX];
