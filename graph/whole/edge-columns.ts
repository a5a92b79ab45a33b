import type { EdgeId } from "../../schema/ids.ts";
import { RELATIONS } from "../../schema/vocabulary.ts";
import type { Row } from "../database.ts";
import { DERIVATION_TYPES, toNumber, toText } from "../rows.ts";
import { positionIn } from "./position-in.ts";
import type { WholeGraph } from "./whole-graph.ts";

const CONFIDENCE_STEPS = 1_000;

interface Edge {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly row: Row;
}

/** Gathers the edges, batch by batch; those to datasets that are no part of the picture are left out. */
export const createEdgeColumns = (positions: ReadonlyMap<string, number>) => {
  const id: EdgeId[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const relation: number[] = [];
  const status: number[] = [];
  const confidence: number[] = [];
  return {
    /** All edges of some datasets, which come after those of the batches before. */
    add: (rows: readonly Row[]): void => {
      for (const edge of inOrder(rows, positions)) {
        id.push(edge.id as EdgeId);
        from.push(edge.from);
        to.push(edge.to);
        relation.push(positionIn(RELATIONS, edge.row["relation"]));
        status.push(edge.row["type"] === DERIVATION_TYPES.accepted ? 0 : 1);
        confidence.push(Math.round(toNumber(edge.row["confidence"]) * CONFIDENCE_STEPS) / CONFIDENCE_STEPS);
      }
    },
    finish: (): WholeGraph["edges"] => ({
      id,
      from: Uint32Array.from(from),
      to: Uint32Array.from(to),
      relation: Uint8Array.from(relation),
      status: Uint8Array.from(status),
      confidence,
    }),
  };
};

const inOrder = (rows: readonly Row[], positions: ReadonlyMap<string, number>): readonly Edge[] =>
  rows
    .flatMap((row) => {
      const from = positions.get(toText(row["from"]));
      const to = positions.get(toText(row["to"]));
      return from === undefined || to === undefined ? [] : [{ id: toText(row["id"]), from, to, row }];
    })
    .sort((one, other) => one.from - other.from || (one.id < other.id ? -1 : 1));
