import { STANCES } from "../../schema/vocabulary.ts";
import type { Proof } from "./index-exchange.ts";

/** The proof to show where there is room for one: the surest in what it says, then the tracer's best score, then the first. */
export const bestProof = (proofs: readonly Proof[]): Proof | undefined =>
  proofs.reduce<Proof | undefined>((best, proof) => {
    if (best === undefined) return proof;
    const difference = rankOf(proof) - rankOf(best);
    if (difference !== 0) return difference < 0 ? proof : best;
    return proof.evidence.score > best.evidence.score ? proof : best;
  }, undefined);

const rankOf = ({ evidence }: Proof): number => STANCES.indexOf(evidence.stance);
