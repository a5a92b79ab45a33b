import type { Claim } from "../../schema/claim.ts";
import type { Sha256 } from "../../schema/ids.ts";
import type { DocumentKind, Stance } from "../../schema/vocabulary.ts";

/** A claim that came through the gate: `claim.quote === text.slice(claim.span.start, claim.span.end)` of its document. */
export interface ProvenClaim {
  readonly claim: Claim;
  readonly document: Sha256;
  readonly documentKind: DocumentKind;
  readonly stance: Stance;
  /** The language model and the prompt's version; absent for rules. */
  readonly model?: string;
  readonly promptVersion?: string;
}
