import { z } from "zod";
import { DatasetId, EdgeId } from "./ids.ts";

/** How many things of a kind were found, with the first of them. */
const found = <Item extends z.ZodType>(item: Item) =>
  z.object({ count: z.int().min(0), items: z.array(item) });

const Pair = z.object({ edge: EdgeId, from: DatasetId, to: DatasetId, detail: z.string() });
const Names = z.object({ ids: z.array(DatasetId), detail: z.string() });

/** What the graph's own facts say against the lineages that others published. A finding means "look again", not "wrong". */
export const LineageAudit = z
  .object({
    publications: z.array(
      z.object({ citation: z.string(), part: z.string().optional(), edges: z.int().min(0) }),
    ),
    datasets: z.int().min(0),
    /** Published derivations; each of the findings below is counted among these. */
    edges: z.int().min(0),
    accepted: z.int().min(0),
    flagged: z.int().min(0),
    rejected: z.int().min(0),
    /** Published derivations that documents of ours prove. */
    evidenced: z.int().min(0),
    withoutEvidence: z.int().min(0),
    /** Pairs of which the Hub month, or date, of both ends is known; the source is the later one in those found. */
    datable: z.int().min(0),
    newerThanDerived: found(Pair),
    /** The same by the earlier of Hub month and paper month, which is how the publication dates. */
    datableByEarliest: z.int().min(0),
    newerByEarliest: found(Pair),
    /** Groups of datasets that are all built from each other, whatever the edges' status. */
    cycles: found(z.object({ ids: z.array(DatasetId), detail: z.string() })),
    self: found(Pair),
    /** Edges to a source that is no dataset of the Hub by the publication's own word. */
    unresolved: found(Pair),
    /** Several ids for what may be one dataset: the same but for case, or for owner. */
    ambiguousIds: found(Names),
    /** Edges whose quote holds no word of the source's name, or whose name is none. */
    ambiguousNames: found(Pair),
    /** Hub ids that the Hub, or else the publication, does not know. */
    deadIds: found(z.object({ id: DatasetId, detail: z.string() })),
    lowConfidence: found(Pair),
  })
  .meta({ id: "LineageAudit" });
export type LineageAudit = z.infer<typeof LineageAudit>;
