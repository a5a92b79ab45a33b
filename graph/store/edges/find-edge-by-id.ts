import type { Edge } from "../../../schema/edge.ts";
import type { Parameters, Row } from "../../database.ts";
import { BARE_EDGE_START, EDGE_OF_DATASET, EDGE_START } from "../../queries/lineage.ts";
import { toEdge, toText } from "../../rows.ts";
import type { EdgePlaces } from "./edge-places.ts";

/** A transaction, or reads of their own. */
export interface EdgeReader {
  run(cypher: string, parameters: Parameters): Promise<readonly Row[]>;
}

/** Looks where it was seen last, then where its evidence says that it starts, then everywhere. */
export const findEdgeById = async (
  reader: EdgeReader,
  id: string,
  places: EdgePlaces,
): Promise<Edge | undefined> => {
  const seen = places.of(id);
  const known = seen === undefined ? undefined : await findEdgeOf(reader, { id, from: seen });
  if (known !== undefined) return known;
  const [proven] = await reader.run(EDGE_START, { id });
  const [start] = proven === undefined ? await reader.run(BARE_EDGE_START, { id }) : [proven];
  if (start === undefined) return undefined;
  const edge = await findEdgeOf(reader, { id, from: toText(start["from"]) });
  if (edge !== undefined) places.note([edge]);
  return edge;
};

/** The edge of this id at a dataset that it is known to start at. */
export const findEdgeOf = async (
  reader: EdgeReader,
  { id, from }: { readonly id: string; readonly from: string },
): Promise<Edge | undefined> => {
  const [row] = await reader.run(EDGE_OF_DATASET, { id, from });
  return row === undefined ? undefined : toEdge(row);
};
