import { FLAG_LEVELS, ownerOf } from "../../schema/graph-group.ts";
import { toEdgeId } from "../../schema/edge-id.ts";
import { DatasetId } from "../../schema/ids.ts";
import { NO_DAY, NO_LICENCE, type WholeGraph } from "./whole-graph.ts";

export interface GraphParts {
  readonly ids: readonly string[];
  /** Positions of the derived dataset and of its source. */
  readonly edges: readonly (readonly [number, number])[];
}

/** A graph for tests of which nothing is known but names and accepted edges. */
export const aWholeGraph = ({ ids, edges }: GraphParts): WholeGraph => {
  const id = ids.map((one) => DatasetId.parse(one));
  const owners = [...new Set(id.map(ownerOf))];
  const count = (end: 0 | 1) =>
    Uint32Array.from(id, (_, node) => edges.filter((edge) => edge[end] === node).length);
  return {
    nodes: {
      id,
      state: Uint8Array.from(id, () => 2),
      kind: new Uint8Array(id.length),
      downloads: id.map(() => null),
      domains: new Uint8Array(id.length),
      level: new Uint8Array(id.length).fill(FLAG_LEVELS.indexOf("none")),
      licence: new Uint32Array(id.length).fill(NO_LICENCE),
      created: new Int32Array(id.length).fill(NO_DAY),
      owner: Uint32Array.from(id, (one) => owners.indexOf(ownerOf(one))),
      sources: count(0),
      uses: count(1),
    },
    edges: {
      id: edges.map(([from, to]) => toEdgeId("derivation", ids[from] ?? "", ids[to] ?? "")),
      from: Uint32Array.from(edges, ([from]) => from),
      to: Uint32Array.from(edges, ([, to]) => to),
      relation: new Uint8Array(edges.length),
      status: new Uint8Array(edges.length),
      confidence: edges.map(() => 1),
    },
    licences: [],
    owners,
  };
};
