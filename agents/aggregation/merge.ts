import type { Claim } from "../../schema/claim.ts";
import type { DatasetId } from "../../schema/ids.ts";
import type { EdgeKind } from "../../schema/vocabulary.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import { toTokens } from "../evidence/name-tokens.ts";
import type { Candidate } from "./candidate.ts";
import { groupBy } from "./group-by.ts";
import { toLinkedId } from "./to-linked-id.ts";
import { toNameKey } from "./to-name-key.ts";

/**
 * Joins what several documents say of the same source into one candidate. The result depends on the set of claims
 * alone: not on their order, and not on how often one of them is given.
 *
 * Claims with an id (or a link of the author's own) belong to that id. A bare name belongs to the one id that the
 * documents use it for; when they use it for several, or for none, it is a candidate of its own.
 */
export const mergeClaims = (claims: readonly ProvenClaim[]): readonly Candidate[] => {
  const all = [...new Map(claims.map((proven) => [claimKey(proven), proven])).entries()]
    .sort(([one], [other]) => compare(one, other))
    .map(([, proven]) => proven);
  const distinct = withWholeNames(all);
  const identities = identitiesByName(distinct);
  const groups = groupBy(distinct, ({ claim }) => `${claim.kind} ${keyOf(claim, identities)}`);
  return [...groups.values()].map((group) => toCandidate(group, identities)).sort(byKey);
};

/** Joins candidates that turned out to be the same thing, as {@link mergeClaims} does for claims. */
export const joinClaims = (candidates: readonly Candidate[]): readonly ProvenClaim[] =>
  [
    ...new Map(
      candidates.flatMap(({ claims }) => claims.map((proven) => [claimKey(proven), proven] as const)),
    ).entries(),
  ]
    .sort(([one], [other]) => compare(one, other))
    .map(([, proven]) => proven);

const EDGE_KIND_OF = {
  source: "derivation",
  model: "model-use",
  clearing: "clearing",
} as const satisfies Record<Claim["kind"], EdgeKind>;

/** Everything that tells two claims apart, padded so that text order is offset order. */
const claimKey = ({ claim, document }: ProvenClaim): string =>
  JSON.stringify([
    document,
    String(claim.span.start).padStart(12, "0"),
    String(claim.span.end).padStart(12, "0"),
    claim.tracer,
    claim,
  ]);

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
const byKey = (one: Candidate, other: Candidate): number =>
  compare(`${one.kind} ${one.key}`, `${other.kind} ${other.key}`);

const identityOf = (claim: Claim): string | undefined => {
  if (claim.hubId !== undefined) return `id:${claim.hubId.toLowerCase()}`;
  const linked = linkedIdOf(claim);
  return linked === undefined ? undefined : `id:${linked.toLowerCase()}`;
};

const linkedIdOf = (claim: Claim): DatasetId | undefined =>
  claim.link === undefined || claim.kind === "model" ? undefined : toLinkedId(claim.link);

const identitiesByName = (claims: readonly ProvenClaim[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const identities = new Map<string, Set<string>>();
  for (const { claim } of claims) {
    const identity = identityOf(claim);
    if (identity === undefined) continue;
    const key = `${claim.kind} ${toNameKey(claim.name)}`;
    identities.set(key, (identities.get(key) ?? new Set()).add(identity));
  }
  return identities;
};

const keyOf = (claim: Claim, identities: ReadonlyMap<string, ReadonlySet<string>>): string => {
  const own = identityOf(claim);
  if (own !== undefined) return own;
  const named = identities.get(`${claim.kind} ${toNameKey(claim.name)}`);
  const [only] = named ?? [];
  return named?.size === 1 && only !== undefined ? only : `name:${toNameKey(claim.name)}`;
};

/**
 * A claim that caught only a part of a name ("Parley" where the quote says "Open Parley") is about the thing that the
 * whole name is known for, when the part occurs in its quote within that name alone.
 */
const withWholeNames = (claims: readonly ProvenClaim[]): readonly ProvenClaim[] => {
  const identified = claims.flatMap(({ claim }) => (identityOf(claim) === undefined ? [] : claim.name));
  const wholes = new Map([...new Set(identified)].map((name) => [toTokens(name).join(" "), name]));
  return claims.map((proven) => {
    const { claim } = proven;
    if (identityOf(claim) !== undefined) return proven;
    const name = findWholeName(claim, wholes);
    return name === undefined ? proven : { ...proven, claim: { ...claim, name } };
  });
};

/** Longest name, in words, that a part of a name is looked for in. */
const MAX_NAME_WORDS = 8;

const findWholeName = ({ name, quote }: Claim, wholes: ReadonlyMap<string, string>): string | undefined => {
  const part = toTokens(name);
  const quoted = toTokens(quote);
  const first = quoted.findIndex((_, index) => startsAt(quoted, part, index));
  if (part.length === 0 || first === -1) return undefined;
  for (let start = Math.max(0, first - MAX_NAME_WORDS); start <= first; start += 1) {
    for (let end = first + part.length; end <= start + MAX_NAME_WORDS; end += 1) {
      const tokens = quoted.slice(start, end);
      const whole = tokens.length > part.length ? wholes.get(tokens.join(" ")) : undefined;
      if (
        whole !== undefined &&
        countOf(tokens, part) === 1 &&
        countOf(quoted, tokens) === countOf(quoted, part)
      ) {
        return whole;
      }
    }
  }
  return undefined;
};

const countOf = (tokens: readonly string[], wanted: readonly string[]): number =>
  tokens.filter((_, index) => startsAt(tokens, wanted, index)).length;

const startsAt = (tokens: readonly string[], wanted: readonly string[], at: number): boolean =>
  wanted.every((token, offset) => tokens[at + offset] === token);

const toCandidate = (
  claims: readonly ProvenClaim[],
  identities: ReadonlyMap<string, ReadonlySet<string>>,
): Candidate => {
  const [first] = claims;
  const kind = EDGE_KIND_OF[first?.claim.kind ?? "source"];
  const hubIds = byUse(claims.flatMap(({ claim }) => claim.hubId ?? []));
  const linkedIds = byUse(claims.flatMap(({ claim }) => linkedIdOf(claim) ?? []));
  return {
    kind,
    key: first === undefined ? "" : keyOf(first.claim, identities),
    names: byUse(claims.map(({ claim }) => claim.name)),
    ...(hubIds[0] !== undefined && { hubId: hubIds[0] }),
    ...(linkedIds[0] !== undefined && { linkedId: linkedIds[0] }),
    claims,
  };
};

/** The distinct values, the most frequent first, then in text order. */
const byUse = <Value extends string>(values: readonly Value[]): readonly Value[] =>
  [...groupBy(values, (value) => value).entries()]
    .sort(([one, ones], [other, others]) => others.length - ones.length || compare(one, other))
    .map(([value]) => value);
