import { z } from "zod";
import { ALIAS_REASONS } from "../../../schema/dataset.ts";
import { ModelId } from "../../../schema/ids.ts";
import { toCalibration } from "../../calibration-rows.ts";
import type { NodeLabel } from "../../queries/whole-graph.ts";
import { toStoredReview, toStoredState } from "../../review-rows.ts";
import { toDataset, toDocument, toEdge, toEvidence, toTrace } from "../../rows.ts";
import type { NodeRecord, RelationshipRecord } from "../../store/read/read-graph.ts";

const StoredModel = z.object({ id: ModelId, owner: z.string().optional() });
const StoredAlias = z.object({ key: z.string().min(1), reason: z.enum(ALIAS_REASONS) });

/** Labels without an entry hold nothing but plain values that the graph never turns into domain values. */
const READERS: Partial<Record<NodeLabel, (properties: NodeRecord["properties"]) => unknown>> = {
  Dataset: toDataset,
  Model: (properties) => StoredModel.parse(properties),
  Alias: (properties) => StoredAlias.parse(properties),
  Document: toDocument,
  Evidence: toEvidence,
  Trace: toTrace,
  Review: toStoredReview,
  ReviewState: toStoredState,
  Calibration: toCalibration,
};

/** Reads the node as the graph would after it was written. Throws when it could not. */
export const readAsDomain = ({ label, properties }: NodeRecord): void => {
  READERS[label]?.(properties);
};

/** The same for a relationship that is an edge; gives its id. */
export const readAsEdge = ({ type, from, to, properties }: RelationshipRecord): string =>
  toEdge({ type, from: from.key, to: to.key, properties }).id;
