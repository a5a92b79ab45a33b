import type { ProvenClaim } from "../evidence/proven-claim.ts";
import type { Candidate } from "./candidate.ts";
import { supportOf } from "./confidence.ts";
import type { Resolution } from "./resolve.ts";
import { toNameKey } from "./to-name-key.ts";

/** The Hub's pages of models have no `datasets/` before their id. */
const MODEL_PAGE =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!datasets\/|spaces\/|papers\/|collections\/|docs\/|blog\/)[\w.-]+\/[\w.-]+/i;
/** From this support on a name is taken for a model's. */
const SURE_MODEL = 0.5;

/** The keys of the names that the documents use for the models that made the data. */
export const modelNamesOf = (models: readonly Candidate[]): ReadonlySet<string> =>
  new Set(
    models
      .filter(({ claims }) => supportOf(claims) >= SURE_MODEL)
      .flatMap(({ names }) => names.map((name) => toNameKey(name))),
  );

/**
 * Whether a candidate is a model: no dataset was found for it, and the documents link to a model's page, or use its name
 * for a model elsewhere.
 */
export const namesModel = (
  claims: readonly ProvenClaim[],
  { node, by }: Resolution,
  models: ReadonlySet<string>,
): boolean => {
  const links = claims.flatMap(({ claim }) => claim.link ?? []);
  if (node.state === "not-found") return links.length > 0 && links.every((link) => MODEL_PAGE.test(link));
  return by === "unresolved" && claims.every(({ claim }) => models.has(toNameKey(claim.name)));
};
