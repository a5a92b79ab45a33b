import type { ProvenClaim } from "../evidence/proven-claim.ts";
import type { Resolution } from "./resolve.ts";

/** Citations ("Zhao et al., 2024", "Wildteaming, 2024") and licences stand beside names in lists of sources, and are none. */
const CITATION =
  /\bet\.?\s+al\b|^\p{Lu}[\p{L}-]+(?:\s+(?:and|&)\s+\p{Lu}[\p{L}-]+)?,\s*\(?(?:19|20)\d{2}[a-z]?\)?$/u;
const LICENCE =
  /^(?:apache(?:[- ]license)?(?:[ -]?2(?:\.0)?)?|mit(?: license)?|odc-?by(?:[- ]?1\.0)?|cc0(?:[- ]?1\.0)?|cc[- ]by(?:[- ](?:nc|sa|nd))*(?:[- ]?\d\.\d)?|(?:a|l)?gpl(?:[- ]?v?\d(?:\.\d)?)?|bsd(?:[- ]\d[- ]clause)?)$/iu;

/** Whether a name that nobody could resolve is no name of a dataset at all. */
export const namesNothing = (claims: readonly ProvenClaim[], { by }: Resolution): boolean =>
  by === "unresolved" &&
  claims.every(({ claim }) => CITATION.test(claim.name.trim()) || LICENCE.test(claim.name.trim()));
