import type { Span } from "../../schema/claim.ts";
import { shortHash } from "../../schema/edge-id.ts";
import { EvidenceId } from "../../schema/ids.ts";
import type { EdgeId, Sha256 } from "../../schema/ids.ts";
import type { Tracer } from "../../schema/vocabulary.ts";

export interface EvidenceKey {
  readonly edge: EdgeId;
  readonly document: Sha256;
  readonly span: Span;
  readonly tracer: Tracer;
}

/** The id of one piece of evidence: the same quote of the same document by the same tracer is the same evidence. */
export const toEvidenceId = ({ edge, document, span, tracer }: EvidenceKey): EvidenceId =>
  EvidenceId.parse(shortHash(edge, document, String(span.start), String(span.end), tracer));
