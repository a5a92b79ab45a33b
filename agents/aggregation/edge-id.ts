import { createHash } from "node:crypto";
import type { Span } from "../../schema/claim.ts";
import { EdgeId, EvidenceId } from "../../schema/ids.ts";
import type { Sha256 } from "../../schema/ids.ts";
import type { EdgeKind, Tracer } from "../../schema/vocabulary.ts";

/** 96 bits: at a billion edges the odds of two meeting are below one in a hundred billion. */
const HEX_DIGITS = 24;

/** The id of the edge between two nodes, the same in every trace. */
export const toEdgeId = (kind: EdgeKind, from: string, to: string): EdgeId =>
  EdgeId.parse(hash(kind, from, to));

export interface EvidenceKey {
  readonly edge: EdgeId;
  readonly document: Sha256;
  readonly span: Span;
  readonly tracer: Tracer;
}

/** The id of one piece of evidence: the same quote of the same document by the same tracer is the same evidence. */
export const toEvidenceId = ({ edge, document, span, tracer }: EvidenceKey): EvidenceId =>
  EvidenceId.parse(hash(edge, document, String(span.start), String(span.end), tracer));

const hash = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, HEX_DIGITS);
