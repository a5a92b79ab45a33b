import { ReducedValue, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import { DatasetId, Sha256 } from "../../schema/ids.ts";
import { VISIT_OUTCOMES } from "../../schema/trace.ts";
import { DOCUMENT_KINDS } from "../../schema/vocabulary.ts";

/** A resource to read: addresses and titles that were checked by form, nothing else of a document. */
export const ResourceEntry = z.union([
  z.strictObject({ kind: z.literal("github"), url: z.url().max(2000) }),
  z.strictObject({ kind: z.literal("paper"), arxivId: z.string().max(40) }),
  z.strictObject({ kind: z.literal("paper-title"), title: z.string().max(300) }),
  z.strictObject({ kind: z.literal("blog"), url: z.url().max(2000) }),
]);
export type ResourceEntry = z.infer<typeof ResourceEntry>;

const DocumentEntry = z.strictObject({ kind: z.enum(DOCUMENT_KINDS) });
const DocumentEntries = z.record(Sha256, DocumentEntry);

/** How many claims a document gave; the claims themselves are in the visit's notes. */
const Counts = z.strictObject({ proven: z.int().min(0), dropped: z.int().min(0) });
const TracedEntries = z.record(Sha256, Counts);

/** Keyed by hash: the order in which parallel nodes end, and a node that runs twice, change nothing. */
const merge = <Entry>(kept: Record<string, Entry>, added: Record<string, Entry>): Record<string, Entry> => ({
  ...kept,
  ...added,
});

/**
 * What one visit's graph carries from node to node: ids, hashes, counts and words of closed lists. Texts, front
 * matter, Hub answers and model answers never enter it; see docs/decisions/0004-claims-outside-the-state.md.
 */
export const VisitState = new StateSchema({
  dataset: DatasetId,
  /** Set once the visit's end is known before its documents are traced. */
  outcome: z.enum(VISIT_OUTCOMES).optional(),
  resources: z.array(ResourceEntry).default(() => []),
  documents: new ReducedValue(
    DocumentEntries.default(() => ({})),
    { inputSchema: DocumentEntries, reducer: merge },
  ),
  traced: new ReducedValue(
    TracedEntries.default(() => ({})),
    { inputSchema: TracedEntries, reducer: merge },
  ),
  /** A budget ran out in the middle: nothing is committed, and the dataset stays in the frontier. */
  halted: new ReducedValue(
    z.boolean().default(() => false),
    { inputSchema: z.boolean(), reducer: (kept: boolean, added: boolean) => kept || added },
  ),
});
export type VisitStateValue = typeof VisitState.State;
export type VisitStateUpdate = typeof VisitState.Update;

/** Input of one `read-resource`. */
export const OneResource = new StateSchema({ resource: ResourceEntry });
/** Input of one `trace-document`. */
export const OneDocument = new StateSchema({ document: Sha256 });
