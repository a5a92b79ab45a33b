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

export interface GexfContext {
  /** What is shown, in a sentence. */
  readonly description: string;
  readonly now: Date;
}

/** The drawn graph as GEXF 1.3, Gephi's own format: typed attributes, and the days of creation for its timeline. */
export const toGexf = (graph: ShownGraph, { description, now }: GexfContext): string => {
  const isDated = graph.nodes.some((node) => node.fields.created !== undefined);
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta lastmodifieddate="${toDay(now.toISOString())}">
<creator>Stemma</creator>
<description>${toXmlText(description)}</description>
</meta>
<graph defaultedgetype="directed" idtype="string" mode="${isDated ? "dynamic" : "static"}" timeformat="date">
${declare("node", NODE_FIELDS)}${declare("edge", EDGE_FIELDS)}<nodes count="${graph.nodes.length}">
${graph.nodes.map(toNode).join("")}</nodes>
<edges count="${graph.edges.length}">
${graph.edges.map(toEdge).join("")}</edges>
</graph>
</gexf>
`;
};

const declare = (owner: "node" | "edge", table: FieldTable): string => {
  const lines = Object.entries(table).map(
    ([name, type]) =>
      `<attribute id="${name}" title="${name}" type="${type === "integer" ? "long" : type}"/>\n`,
  );
  return `<attributes class="${owner}" mode="static">\n${lines.join("")}</attributes>\n`;
};

const toNode = ({ key, label, fields }: ShownNode): string => {
  const start = typeof fields.created === "string" ? toDay(fields.created) : undefined;
  return `<node${toXmlAttributes({ id: toXmlToken(key), label, start })}>${toValues(fields)}</node>\n`;
};

const toEdge = ({ id, source, target, label, fields }: ShownEdge): string => {
  // Readers join edges between the same two nodes unless their kinds differ.
  const kind = fields.status === "accepted" ? String(fields.kind) : `${fields.kind}-${fields.status}`;
  const ends = { id: toXmlToken(id), source: toXmlToken(source), target: toXmlToken(target), kind, label };
  return `<edge${toXmlAttributes(ends)}>${toValues(fields)}${LOOKS.get(String(fields.status)) ?? ""}</edge>\n`;
};

/** What is not accepted is drawn broken and thin. */
const LOOKS = new Map([
  ["flagged", '<viz:thickness value="0.5"/><viz:shape value="dashed"/>'],
  ["rejected", '<viz:thickness value="0.25"/><viz:shape value="dotted"/>'],
]);

const toValues = (fields: Readonly<Record<string, FieldValue>>): string => {
  const values = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`<attvalue${toXmlAttributes({ for: name, value: String(value) })}/>`],
  );
  return `<attvalues>${values.join("")}</attvalues>`;
};

const toDay = (time: string): string => time.slice(0, "YYYY-MM-DD".length);
