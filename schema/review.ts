import { z } from "zod";
import { ContaminationChange } from "./contamination.ts";
import { Alias } from "./dataset.ts";
import { EdgeAddition, EdgeChange } from "./decision.ts";
import { Edge, Evidence } from "./edge.ts";
import { DatasetId, EdgeId } from "./ids.ts";

/** More edges than this are not decided at once. */
export const MAX_BATCH = 1_000;
/** Edges that a preview shows. */
export const PREVIEWED_EDGES = 20;
/** A day. Who takes longer was away. */
const MAX_SECONDS = 86_400;

/** Made by whoever sends a review, so that sending it again after a lost connection writes nothing twice. */
export const ReviewId = z.uuid().brand<"ReviewId">();
export type ReviewId = z.infer<typeof ReviewId>;

/** Shared by the reviews of one bulk decision, made like a ReviewId: what can be undone by one can be undone by the other. */
export const BatchId = ReviewId;
export type BatchId = ReviewId;

/** What a token may do, and `program` for what Stemma writes itself. */
export const REVIEW_ROLES = ["viewer", "reviewer", "operator", "program"] as const;
export type ReviewRole = (typeof REVIEW_ROLES)[number];

/** Seconds that the reviewer took for it. */
const Seconds = z.number().min(0).max(MAX_SECONDS);
const Note = z.string().trim().min(1).max(2_000);
/** Sequence of the last event that changed an edge; 0 when none ever did. */
const Revision = z.int().min(0);
/** A name as documents write it; capitals and space around it do not count. */
const AliasName = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine((text) => /[\p{L}\p{N}]/u.test(text), { error: "expected a name with letters or digits" });

/**
 * Which edges a name leads, none of them rejected and none of which it is known already what they lead to. unresolved: those that end
 * at the name itself (`name:common-crawl`). flagged: these, and every flagged edge whose evidence has the name, wherever it ends.
 */
export const ALIAS_SCOPES = ["unresolved", "flagged"] as const;
export type AliasScope = (typeof ALIAS_SCOPES)[number];

const Decided = z.object({ kind: z.literal("decided"), edge: EdgeId, change: EdgeChange });
const Added = z.object({ kind: z.literal("added"), edge: EdgeId, addition: EdgeAddition });
const Skipped = z.object({ kind: z.literal("skipped"), edge: EdgeId });
const Aliased = z.object({
  kind: z.literal("alias"),
  name: AliasName,
  to: DatasetId,
  scope: z.enum(ALIAS_SCOPES),
});
const Proposed = z.object({ kind: z.literal("proposed"), edge: EdgeId, change: EdgeChange });
const Undone = z.object({
  kind: z.literal("undone"),
  /** An event, or a batch. */
  undoes: ReviewId,
  /** Whether what is undone was itself an undoing, so that what had been undone counts again. */
  restores: z.boolean(),
});
/** A dataset that was decided on turned out to have another id; what was decided went along. Written by the program. */
const Renamed = z.object({ kind: z.literal("renamed"), from: DatasetId, to: DatasetId });

/**
 * What somebody did. decided, added, alias and undone change edges; skipped and proposed change nothing: a proposal is a viewer's word,
 * shown to reviewers.
 */
export const ReviewAction = z.discriminatedUnion("kind", [
  Decided,
  Added,
  Skipped,
  Aliased,
  Proposed,
  Undone,
  Renamed,
]);
export type ReviewAction = z.infer<typeof ReviewAction>;
export const REVIEW_KINDS = [
  "decided",
  "added",
  "skipped",
  "alias",
  "proposed",
  "undone",
  "renamed",
] as const satisfies readonly ReviewAction["kind"][];

/**
 * An edge as it was stored before an event and after it. Null: there was none. `before` is absent when it is not known: of a decision
 * that is older than the log. `gained` and `lost` are the proofs that the event gave it and took from it.
 */
export const EdgeState = z.object({
  edge: EdgeId,
  before: Edge.nullable().optional(),
  after: Edge.nullable(),
  gained: z.array(Evidence).optional(),
  lost: z.array(Evidence).optional(),
});
export type EdgeState = z.infer<typeof EdgeState>;

/** What a spelling meant before an event and after it; null: nothing. */
export const NameState = z.object({ key: z.string(), before: Alias.nullable(), after: Alias.nullable() });
export type NameState = z.infer<typeof NameState>;

/** One entry of the log. It is written with what it changes, in one transaction, and never changed or removed. */
export const ReviewEvent = z
  .object({
    id: ReviewId,
    /** Its place in the log, from 1 upwards without gaps. */
    sequence: z.int().min(1),
    at: z.iso.datetime(),
    /** The name of the token; `local` where none is asked for. */
    by: z.string().min(1).max(200),
    role: z.enum(REVIEW_ROLES),
    seconds: Seconds.optional(),
    batch: BatchId.optional(),
    note: Note.optional(),
    /** A second look, taken without sight of the first: a label, which changes nothing in the graph. */
    blind: z.literal(true).optional(),
    /** Taken in from a file of patches, or from a graph that was decided on before it had a log: when, and by whom. */
    imported: z.object({ at: z.iso.datetime(), by: z.string().min(1).max(200) }).optional(),
    action: ReviewAction,
    /** Every edge that it changed. Empty: it changed none. */
    states: z.array(EdgeState),
    names: z.array(NameState).optional(),
    /** What it changed downstream; of a batch all of it is with the last of its events. */
    contamination: ContaminationChange,
  })
  .meta({ id: "ReviewEvent" });
export type ReviewEvent = z.infer<typeof ReviewEvent>;

/** An event as the log shows it. `undone`: what it did does not count at present. */
export const ReviewEntry = ReviewEvent.extend({ undone: z.boolean() }).meta({ id: "ReviewEntry" });
export type ReviewEntry = z.infer<typeof ReviewEntry>;

/** The earliest first. */
export const ReviewLog = z
  .object({
    items: z.array(ReviewEntry),
    /** The sequence of the last event of the whole log; 0 for an empty one. */
    last: z.int().min(0),
    /** `after` of the next page; absent on the last. */
    next: z.int().min(1).optional(),
  })
  .meta({ id: "ReviewLog" });
export type ReviewLog = z.infer<typeof ReviewLog>;

export const ReviewLogQuery = z.object({
  edge: EdgeId.optional(),
  by: z.string().min(1).max(200).optional(),
  batch: BatchId.optional(),
  kind: z.enum(REVIEW_KINDS).optional(),
  /** Events with a higher sequence. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ReviewLogQuery = z.output<typeof ReviewLogQuery>;

const asked = { event: ReviewId.optional(), seconds: Seconds.optional() };

/**
 * What somebody asks to be written. `event`: the id that it shall have; sent again, the first answer comes back and nothing is written.
 * `revision`: the last event of the edge that the reviewer has seen; CONFLICT, with who decided what and when, when there is a later one.
 */
export const ReviewRequest = z
  .discriminatedUnion("kind", [
    z.strictObject({
      ...Decided.shape,
      ...asked,
      revision: Revision.optional(),
      blind: z.literal(true).optional(),
    }),
    z.strictObject({ kind: z.literal("added"), addition: EdgeAddition, ...asked }),
    z.strictObject({ ...Skipped.shape, ...asked, note: Note.optional() }),
    z.strictObject({
      ...Aliased.shape,
      scope: z.enum(ALIAS_SCOPES).default("flagged"),
      ...asked,
      note: Note.optional(),
    }),
    z.strictObject({ ...Proposed.shape, ...asked }),
  ])
  .meta({ id: "ReviewRequest" });
export type ReviewRequest = z.output<typeof ReviewRequest>;

/** An event, or a batch. */
export const ReviewPath = z.object({ id: ReviewId });

/** `event`: the id that the undoing shall have. */
export const UndoRequest = z.strictObject({ ...asked, note: Note.optional() }).meta({ id: "UndoRequest" });
export type UndoRequest = z.output<typeof UndoRequest>;
