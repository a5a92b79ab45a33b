import {
  EDGE_FIELDS,
  type FieldTable,
  type FieldValue,
  NODE_FIELDS,
  type ShownEdge,
  type ShownGraph,
  type ShownNode,
} from "./shown-graph.ts";
import { toXmlAttributes, toXmlText, toXmlToken } from "./xml-text.ts";

const NODES: FieldTable = { label: "string", ...NODE_FIELDS };
const EDGES: FieldTable = { label: "string", ...EDGE_FIELDS };

/** The drawn graph as GraphML, which Gephi, Cytoscape, yEd, igraph and NetworkX read. */
export const toGraphMl = (graph: ShownGraph): string => `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${declare("node", NODES)}${declare("edge", EDGES)}<graph id="lineage" edgedefault="directed">
${graph.nodes.map(toNode).join("")}${graph.edges.map(toEdge).join("")}</graph>
</graphml>
`;

const declare = (owner: "node" | "edge", table: FieldTable): string =>
  Object.entries(table)
    .map(([name, type]) => {
      const typed = type === "integer" ? "long" : type;
      return `<key id="${owner}_${name}" for="${owner}" attr.name="${name}" attr.type="${typed}"/>\n`;
    })
    .join("");

const toNode = ({ key, label, fields }: ShownNode): string =>
  `<node id="${toXmlToken(key)}">${toData("node", { label, ...fields })}</node>\n`;

const toEdge = ({ id, source, target, label, fields }: ShownEdge): string => {
  const ends = { id: `edge-${toXmlToken(id)}`, source: toXmlToken(source), target: toXmlToken(target) };
  return `<edge${toXmlAttributes(ends)}>${toData("edge", { label, ...fields })}</edge>\n`;
};

const toData = (owner: "node" | "edge", values: Readonly<Record<string, FieldValue>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`<data key="${owner}_${name}">${toXmlText(String(value))}</data>`],
    )
    .join("");
