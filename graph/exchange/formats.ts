import { CSV } from "./csv/csv.ts";
import { CROISSANT } from "./croissant/croissant.ts";
import { CYCLONE_DX } from "./cyclone-dx/cyclone-dx.ts";
import type { ExportFormat, Exporter } from "./exporter.ts";
import { GEXF } from "./drawing/gexf.ts";
import { GRAPH_ML } from "./drawing/graph-ml.ts";
import { GRAPH_FILE } from "./jsonl/write-graph-file.ts";
import { OPEN_LINEAGE } from "./open-lineage/open-lineage.ts";
import { PROV_JSON } from "./prov-json/prov-json.ts";
import { SPDX } from "./spdx/spdx.ts";

/** Every one-way format, in the order in which people read the list. */
export const EXPORTERS: readonly Exporter[] = [
  CSV,
  GEXF,
  GRAPH_ML,
  PROV_JSON,
  OPEN_LINEAGE,
  CROISSANT,
  CYCLONE_DX,
  SPDX,
];

/** Those, after the one that takes the whole graph out and in. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [GRAPH_FILE, ...EXPORTERS];
