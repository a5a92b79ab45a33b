import { z } from "zod";
import type { Edge } from "../../schema/edge.ts";
import { Evidence, PublishedOrigin, ProposalOrigin } from "../../schema/edge.ts";
import {
  EDGE_KINDS,
  FLAG_REASONS,
  MODEL_ROLES,
  REJECTION_REASONS,
  RELATIONS,
  SPLITS,
  STATUSES,
} from "../../schema/vocabulary.ts";
import type { ExchangeIndex, Proof } from "./index-exchange.ts";

/** A quote with all that somebody needs who wants to look it up. Offsets count UTF-16 code units of the document's frozen text. */
export const QuoteFacts = z
  .object({
    quote: z.string(),
    start: z.int().min(0),
    end: z.int().min(1),
    documentUrl: z.string(),
    documentSha256: z.string().regex(/^[0-9a-f]{64}$/),
    documentKind: z.string(),
    documentRevision: z.string().optional(),
    retrievedAt: z.iso.datetime(),
    ...Evidence.pick({
      nameAsWritten: true,
      stance: true,
      score: true,
      tracer: true,
      model: true,
      promptVersion: true,
    }).shape,
  })
  .meta({ id: "QuoteFacts" });
export type QuoteFacts = z.infer<typeof QuoteFacts>;

/** An edge in one object, for formats that have a place for what is ours alone. */
export const EdgeFacts = z
  .object({
    id: z.string(),
    kind: z.enum(EDGE_KINDS),
    from: z.string(),
    to: z.string(),
    status: z.enum(STATUSES),
    /** 0 to 1. */
    confidence: z.number().min(0).max(1),
    relation: z.enum(RELATIONS).optional(),
    role: z.enum(MODEL_ROLES).optional(),
    split: z.enum(SPLITS).optional(),
    subset: z.string().optional(),
    flags: z.array(z.enum(FLAG_REASONS)).optional(),
    rejection: z.enum(REJECTION_REASONS).optional(),
    /** Who brought the edge, when not only a trace of ours did. */
    origin: z.discriminatedUnion("kind", [PublishedOrigin, ProposalOrigin]).optional(),
    evidence: z.array(QuoteFacts),
  })
  .meta({ id: "EdgeFacts" });
export type EdgeFacts = z.infer<typeof EdgeFacts>;

export const toEdgeFacts = (edge: Edge, index: ExchangeIndex): EdgeFacts => ({
  id: edge.id,
  kind: edge.kind,
  from: edge.from,
  to: edge.to,
  status: edge.status,
  confidence: edge.confidence,
  ...ownFacts(edge),
  evidence: index.proofsOf(edge).map(toQuoteFacts),
});

const ownFacts = (edge: Edge): Partial<EdgeFacts> => {
  if (edge.kind === "model-use") return { role: edge.role };
  const split = edge.split === undefined ? {} : { split: edge.split };
  if (edge.kind === "clearing") return split;
  return {
    relation: edge.relation,
    ...split,
    ...(edge.subset === undefined ? {} : { subset: edge.subset }),
    ...(edge.flags.length === 0 ? {} : { flags: edge.flags }),
    ...(edge.rejection === undefined ? {} : { rejection: edge.rejection }),
    ...(edge.origin === undefined ? {} : { origin: edge.origin }),
  };
};

const toQuoteFacts = ({ evidence, document }: Proof): QuoteFacts => ({
  quote: evidence.quote,
  start: evidence.span.start,
  end: evidence.span.end,
  documentUrl: document.url,
  documentSha256: document.sha256,
  documentKind: document.kind,
  ...(document.revision === undefined ? {} : { documentRevision: document.revision }),
  retrievedAt: document.retrievedAt,
  nameAsWritten: evidence.nameAsWritten,
  stance: evidence.stance,
  score: evidence.score,
  tracer: evidence.tracer,
  ...(evidence.model === undefined ? {} : { model: evidence.model }),
  ...(evidence.promptVersion === undefined ? {} : { promptVersion: evidence.promptVersion }),
});
