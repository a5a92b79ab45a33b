import type { ProvenClaim } from "../evidence/proven-claim.ts";
import type { Resolution } from "./resolve.ts";

/** The Hub's pages of models have no `datasets/` before their id. */
const MODEL_PAGE =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!datasets\/|spaces\/|papers\/|collections\/|docs\/|blog\/)[\w.-]+\/[\w.-]+/i;

/** Whether a candidate is a model: the documents link to a model's page, and the Hub knows no dataset of that id. */
export const namesModel = (claims: readonly ProvenClaim[], { node }: Resolution): boolean => {
  const links = claims.flatMap(({ claim }) => claim.link ?? []);
  return node.state === "not-found" && links.length > 0 && links.every((link) => MODEL_PAGE.test(link));
};
