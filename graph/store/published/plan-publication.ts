import { toEdgeId } from "../../../schema/edge-id.ts";
import type { Derivation, PublishedOrigin } from "../../../schema/edge.ts";
import type { FlagReason } from "../../../schema/vocabulary.ts";
import type { PublishedEdge, PublishedLineage } from "../../exchange/published/published-lineage.ts";
import { isBare, toPublishedEdge } from "../edges/bare-edge.ts";
import type { BareEdge } from "../edges/bare-edge.ts";
import { cyclicGroups } from "../check/cycles.ts";
import { isNewer } from "./recheck-published.ts";

export interface Arc {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** The part of the graph that decides what becomes of a published lineage. */
export interface GraphBefore {
  /** Derivations of the datasets that the publication speaks of, by id. */
  readonly edges: ReadonlyMap<string, Derivation>;
  /** Every derivation that is believed, anywhere. */
  readonly accepted: readonly Arc[];
  /** When each dataset was made, once the publication's dates are in; ISO date or month. */
  readonly dates: ReadonlyMap<string, string>;
}

export interface PublicationPlan {
  readonly added: readonly BareEdge[];
  /** Stated before by this publication, or less surely by another. */
  readonly changed: readonly { readonly before: BareEdge; readonly after: BareEdge }[];
  readonly unchanged: readonly BareEdge[];
  /** Proven by documents of ours: the publication is noted beside the evidence. */
  readonly noted: readonly Derivation[];
  /** Left alone: a person proposed or decided them, or a publication states them more surely. */
  readonly left: readonly Derivation[];
}

/** Decides what becomes of each published edge. What a trace proved or a person decided is never changed. */
export const planPublication = (lineage: PublishedLineage, before: GraphBefore): PublicationPlan => {
  const claims = lineage.edges.map((edge) => toClaim(lineage, edge, before.dates));
  const cyclic = findCyclic(claims, before);
  const plan: Draft = { added: [], changed: [], unchanged: [], noted: [], left: [] };
  for (const claim of claims) {
    const known = before.edges.get(claim.id);
    const after = withProposalOf(known, cyclic.has(claim.id) ? withFlag(claim, "cycle") : claim);
    if (known === undefined) plan.added.push(after);
    else if (known.decision !== undefined) plan.left.push(known);
    else if (!isBare(known) || known.decision !== undefined) putBeside(plan, known, after);
    else if (!mayReplace(known, after)) plan.left.push(known);
    else if (sameOrigin(known, after)) plan.unchanged.push(known);
    else plan.changed.push({ before: known, after });
  }
  return plan;
};

type Draft = { -readonly [Key in keyof PublicationPlan]: PublicationPlan[Key][number][] };

const putBeside = (plan: Draft, known: Derivation, claim: BareEdge): void => {
  if (known.origin === undefined || (mayReplace(known, claim) && !sameOrigin(known, claim))) {
    plan.noted.push({ ...known, origin: claim.origin });
  } else plan.left.push(known);
};

const toClaim = (
  { publication }: PublishedLineage,
  edge: PublishedEdge,
  dates: ReadonlyMap<string, string>,
): BareEdge => {
  const flags = new Set<FlagReason>(edge.flags);
  if (edge.from === edge.to) flags.add("self");
  if (isNewer(dates.get(edge.to), dates.get(edge.from))) flags.add("newer-than-derived");
  const origin: PublishedOrigin = {
    kind: "published",
    citation: publication.citation,
    ...(publication.part === undefined ? {} : { part: publication.part }),
    relation: edge.relation,
    confidence: edge.confidence,
    documentKinds: [...edge.documentKinds],
    ...(edge.onHub === undefined ? {} : { onHub: edge.onHub }),
    flags: [...flags].sort(),
  };
  return toPublishedEdge(
    { id: toEdgeId("derivation", edge.from, edge.to), from: edge.from, to: edge.to },
    origin,
  );
};

const withFlag = (edge: BareEdge, flag: FlagReason): BareEdge =>
  edge.origin.kind === "published"
    ? toPublishedEdge(edge, { ...edge.origin, flags: [...edge.origin.flags, flag].sort() })
    : edge;

/** What a person would have a published edge say is theirs, and stays when the publication speaks anew. */
const withProposalOf = (known: Derivation | undefined, claim: BareEdge): BareEdge => {
  const proposal = known?.origin?.kind === "published" ? known.origin.proposal : undefined;
  return proposal === undefined || claim.origin.kind !== "published"
    ? claim
    : { ...claim, origin: { ...claim.origin, proposal } };
};

/** Claims that would lie on a cycle of accepted edges. All of them wait: the publication does not tell which is wrong. */
const findCyclic = (claims: readonly BareEdge[], before: GraphBefore): ReadonlySet<string> => {
  const ids = claims.map(({ id }): string => id);
  const restated = new Set(ids.filter((id) => isPublishedAlone(before.edges.get(id))));
  const candidates = claims.filter(
    (claim) => claim.status === "accepted" && (restated.has(claim.id) || !before.edges.has(claim.id)),
  );
  const standing = before.accepted.filter((arc) => !restated.has(arc.id));
  const groups = new Map<string, number>();
  cyclicGroups([...standing, ...candidates]).forEach((group, index) => {
    for (const node of group) groups.set(node, index);
  });
  const isCyclic = ({ from, to }: Arc): boolean => groups.has(from) && groups.get(from) === groups.get(to);
  return new Set(candidates.filter(isCyclic).map(({ id }) => id));
};

const isPublishedAlone = (edge: Derivation | undefined): boolean =>
  edge !== undefined && isBare(edge) && edge.origin.kind === "published" && edge.decision === undefined;

/** The same publication speaks anew; of two the surer counts, at equal confidence the one that was there. */
const mayReplace = (known: Derivation, claim: BareEdge): boolean => {
  const { origin } = known;
  if (origin?.kind !== "published" || claim.origin.kind !== "published") return false;
  const isSame = origin.citation === claim.origin.citation && origin.part === claim.origin.part;
  return isSame || claim.origin.confidence > origin.confidence;
};

const sameOrigin = (known: Derivation, claim: BareEdge): boolean =>
  JSON.stringify(sorted(known.origin)) === JSON.stringify(sorted(claim.origin));

const sorted = (origin: Derivation["origin"]): unknown =>
  Object.entries(origin ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
