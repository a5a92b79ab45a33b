import type { FieldValue, ShownGraph } from "./shown-graph.ts";

export interface JsonContext {
  /** The link to the view that was exported. */
  readonly address: string;
  readonly now: Date;
}

/** The drawn graph as JSON: what nobody knows is absent, and the link that shows it again stands in front. */
export const toJson = (graph: ShownGraph, { address, now }: JsonContext): string =>
  `${JSON.stringify(
    {
      format: "stemma-view",
      formatVersion: 1,
      exportedAt: now.toISOString(),
      address,
      nodes: graph.nodes.map(({ key, label, fields }) => ({ key, label, ...known(fields) })),
      edges: graph.edges.map(({ id, source, target, label, fields }) => ({
        id,
        source,
        target,
        label,
        ...known(fields),
      })),
    },
    undefined,
    2,
  )}\n`;

const known = (fields: Readonly<Record<string, FieldValue>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
