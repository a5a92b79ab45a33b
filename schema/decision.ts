import { z } from "zod";
import { DatasetId, EdgeId, Sha256 } from "./ids.ts";
import { REJECTION_REASONS, RELATIONS, SPLITS } from "./vocabulary.ts";

export const VERDICTS = ["accepted", "rejected", "edited", "added"] as const;
export type Verdict = (typeof VERDICTS)[number];

const Note = z.string().trim().min(1).max(2_000);
const Subset = z.string().trim().min(1).max(200);

/** A person's last word on an edge. It stays with the edge, and no trace goes against it. */
export const Decision = z
  .object({
    verdict: z.enum(VERDICTS),
    by: z.string().min(1).max(200),
    at: z.iso.datetime(),
    note: Note.optional(),
    /** Edited to lead elsewhere: the edge that stands for this one now, on the one side, and the one it stood for, on the other. */
    replacedBy: EdgeId.optional(),
    replaces: EdgeId.optional(),
    /** The documents that were there when it was decided: what only later ones say against it is asked about. */
    documents: z.array(Sha256).optional(),
  })
  .meta({ id: "Decision" });
export type Decision = z.infer<typeof Decision>;

/** What speaks against a decision since: documents that were not there when it was made. The next decision takes it away. */
export const Contradiction = z
  .object({ documents: z.array(Sha256).min(1), since: z.iso.datetime() })
  .meta({ id: "Contradiction" });
export type Contradiction = z.infer<typeof Contradiction>;

/** What a person decides on an edge. Null takes a split or subset away; absent leaves it. Edited edges count as accepted. */
export const EdgeChange = z
  .discriminatedUnion("verdict", [
    z.strictObject({ verdict: z.literal("accepted"), note: Note.optional() }),
    z.strictObject({
      verdict: z.literal("rejected"),
      /** For derivations. */
      reason: z.enum(REJECTION_REASONS).default("not-supported"),
      note: Note.optional(),
    }),
    z.strictObject({
      verdict: z.literal("edited"),
      relation: z.enum(RELATIONS).optional(),
      split: z.enum(SPLITS).nullable().optional(),
      subset: Subset.nullable().optional(),
      /** The dataset that it is built from instead. */
      to: DatasetId.optional(),
      note: Note.optional(),
    }),
  ])
  .meta({ id: "EdgeChange" });
export type EdgeChange = z.output<typeof EdgeChange>;

/** A derivation that a person adds, with a quote from a document that was read, or with a note at least. */
export const EdgeAddition = z
  .strictObject({
    from: DatasetId,
    to: DatasetId,
    relation: z.enum(RELATIONS),
    split: z.enum(SPLITS).optional(),
    subset: Subset.optional(),
    quote: z.strictObject({ document: Sha256, text: z.string().min(1).max(12_000) }).optional(),
    note: Note.optional(),
  })
  .refine(({ quote, note }) => quote !== undefined || note !== undefined, {
    error: "say why: give a quote of a document, or a note",
  })
  .meta({ id: "EdgeAddition" });
export type EdgeAddition = z.output<typeof EdgeAddition>;
