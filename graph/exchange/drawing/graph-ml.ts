import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, toDrawnGraph } from "./drawn-graph.ts";
import type { AttributeTable, AttributeValue, DrawnEdge, DrawnNode } from "./drawn-graph.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import type { Exporter } from "../exporter.ts";
import { toXml, toXmlAttributes } from "./xml.ts";

/** GraphML, http://graphml.graphdrawing.org: what nearly every graph tool reads. */
export const GRAPH_ML: Exporter = {
  name: "graphml",
  title: "GraphML",
  description:
    "Datasets, models and edges with typed attributes for Gephi, Cytoscape, yEd, igraph and NetworkX.",
  mediaType: "application/graphml+xml; charset=utf-8",
  extension: "graphml",
  scope: "graph",
  write: writeGraphMl,
};

const NODES: AttributeTable = { label: "string", ...NODE_ATTRIBUTES };
const EDGES: AttributeTable = { label: "string", kind: "string", ...EDGE_ATTRIBUTES };

function* writeGraphMl(graph: ExchangeGraph): Generator<string> {
  const drawn = toDrawnGraph(graph);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;
  yield declare("node", NODES);
  yield declare("edge", EDGES);
  yield `<graph id="lineage" edgedefault="directed">\n`;
  for (const node of drawn.nodes) yield toNode(node);
  for (const edge of drawn.edges) yield toEdge(edge);
  yield `</graph>\n</graphml>\n`;
}

const declare = (owner: "node" | "edge", table: AttributeTable): string =>
  Object.entries(table)
    .map(([name, type]) => {
      const typed = type === "integer" ? "long" : type;
      return `<key id="${owner}_${name}" for="${owner}" attr.name="${name}" attr.type="${typed}"/>\n`;
    })
    .join("");

const toNode = ({ key, label, attributes }: DrawnNode): string =>
  `<node id="${toToken(key)}">${toData("node", { label, ...attributes })}</node>\n`;

const toEdge = ({ id, kind, source, target, label, attributes }: DrawnEdge): string => {
  const ends = toXmlAttributes({ id: `edge-${id}`, source: toToken(source), target: toToken(target) });
  return `<edge${ends}>${toData("edge", { label, kind, ...attributes })}</edge>\n`;
};

const toData = (
  owner: "node" | "edge",
  values: Readonly<Record<string, AttributeValue | undefined>>,
): string =>
  Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`<data key="${owner}_${name}">${toXml(String(value))}</data>`],
    )
    .join("");

/**
 * GraphML's ids are name tokens: what else an id has is written as its code in hexadecimal between underscores.
 *
 * @example toToken("dataset:acme/mix") // "dataset:acme_2f_mix"
 */
const toToken = (key: string): string =>
  key.replace(/[^A-Za-z0-9.:-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
