import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, toDrawnGraph } from "./drawn-graph.ts";
import type { AttributeTable, AttributeValue, DrawnEdge, DrawnGraph, DrawnNode } from "./drawn-graph.ts";
import type { Status } from "../../../schema/vocabulary.ts";
import type { ExchangeGraph, ExportContext } from "../exchange-graph.ts";
import type { Exporter } from "../exporter.ts";
import { toXml, toXmlAttributes, toXmlKey } from "./xml.ts";

/** GEXF 1.3, https://gexf.net: Gephi's own format. */
export const GEXF: Exporter = {
  name: "gexf",
  title: "GEXF 1.3",
  description: "Datasets, models and edges with typed attributes and dates for Gephi and its timeline.",
  mediaType: "application/gexf+xml; charset=utf-8",
  extension: "gexf",
  scope: "graph",
  write: writeGexf,
};

function* writeGexf(graph: ExchangeGraph, { exportedAt, version }: ExportContext): Generator<string> {
  const drawn = toDrawnGraph(graph);
  const day = exportedAt.toISOString().slice(0, "YYYY-MM-DD".length);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta lastmodifieddate="${day}">
<creator>${toXml(`Stemma ${version}`)}</creator>
<description>${toXml(descriptionOf(graph))}</description>
</meta>
<graph defaultedgetype="directed" idtype="string" mode="${isDated(drawn) ? "dynamic" : "static"}" timeformat="date">
`;
  yield declare("node", NODE_ATTRIBUTES);
  yield declare("edge", EDGE_ATTRIBUTES);
  yield `<nodes count="${drawn.nodes.length}">\n`;
  for (const node of drawn.nodes) yield toNode(node);
  yield `</nodes>\n<edges count="${drawn.edges.length}">\n`;
  for (const edge of drawn.edges) yield toEdge(edge);
  yield `</edges>\n</graph>\n</gexf>\n`;
}

const descriptionOf = ({ root }: ExchangeGraph): string =>
  root === undefined ? "A lineage graph of datasets" : `The lineage graph around ${root}`;

/** A graph without dates must not claim a timeline: tools would show an empty one. */
const isDated = ({ nodes }: DrawnGraph): boolean => nodes.some(({ start }) => start !== undefined);

const declare = (owner: "node" | "edge", table: AttributeTable): string => {
  const lines = Object.entries(table).map(
    ([name, type]) =>
      `<attribute id="${name}" title="${name}" type="${type === "integer" ? "long" : type}"/>\n`,
  );
  return `<attributes class="${owner}" mode="static">\n${lines.join("")}</attributes>\n`;
};

const toNode = ({ key, label, start, attributes }: DrawnNode): string =>
  `<node${toXmlAttributes({ id: toXmlKey(key), label, start })}>${toValues(attributes)}</node>\n`;

/** `kind` keeps edges apart that run between the same two nodes. */
const toEdge = ({ id, kind, status, source, target, label, start, attributes }: DrawnEdge): string =>
  `<edge${toXmlAttributes({ id, source: toXmlKey(source), target: toXmlKey(target), kind, label, start })}>${toValues(attributes)}${LOOKS[status]}</edge>\n`;

/** What is not accepted is drawn broken and thin. */
const LOOKS = {
  accepted: "",
  flagged: '<viz:thickness value="0.5"/><viz:shape value="dashed"/>',
  rejected: '<viz:thickness value="0.25"/><viz:shape value="dotted"/>',
} satisfies Record<Status, string>;

const toValues = (attributes: Readonly<Record<string, AttributeValue | undefined>>): string => {
  const values = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [`<attvalue${toXmlAttributes({ for: name, value: String(value) })}/>`],
  );
  return `<attvalues>${values.join("")}</attvalues>`;
};
