import type { ContaminationFlag } from "../../../schema/contamination.ts";
import type { Dataset } from "../../../schema/dataset.ts";
import type { Clearing, Derivation, Edge, ModelUse } from "../../../schema/edge.ts";
import { toContaminationSentence } from "../contamination-sentence.ts";
import { toEdgeFacts } from "../edge-facts.ts";
import { toEdgeSentence } from "../edge-sentence.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import type { ExchangeIndex } from "../index-exchange.ts";
import { MODEL_PARTS } from "../model-part.ts";
import { element, NO_LICENCE } from "./spdx-elements.ts";
import type { SpdxElement } from "./spdx-elements.ts";
import type { SpdxIds } from "./spdx-ids.ts";
import { toJsonLine } from "../write-json.ts";

interface Ends {
  readonly from: string;
  readonly to: string;
  readonly relationshipType: string;
}

const relationship = (spdxId: string, { from, to, relationshipType }: Ends, comment?: string): SpdxElement =>
  element("Relationship", spdxId, { from, to: [to], relationshipType, completeness: "noAssertion", comment });

/**
 * An accepted derivation makes its source an ancestor; a model that wrote rows generates, one that chose them is a tool. What is
 * not accepted is `other`, the one type that says nothing but that two things have to do with each other.
 */
export const toEdgeRelations = (
  edge: Derivation | ModelUse,
  index: ExchangeIndex,
  ids: SpdxIds,
): readonly SpdxElement[] => {
  const id = ids.of("edge", edge.id);
  return [
    relationship(id, endsOf(edge, ids), toEdgeSentence(edge, index)),
    toFactsAnnotation(edge, id, { index, ids }),
    ...toEvidenceRelation(edge, index, ids),
  ];
};

const endsOf = (edge: Derivation | ModelUse, ids: SpdxIds): Ends => {
  const dataset = ids.of("dataset", edge.from);
  const source = ids.of(edge.kind === "derivation" ? "dataset" : "model", edge.to);
  if (edge.status !== "accepted") return { from: dataset, to: source, relationshipType: "other" };
  if (edge.kind === "derivation") return { from: source, to: dataset, relationshipType: "ancestorOf" };
  return MODEL_PARTS[edge.role] === "wrote"
    ? { from: source, to: dataset, relationshipType: "generates" }
    : { from: dataset, to: source, relationshipType: "usesTool" };
};

/** No relationship says "was cleaned of": a remark on the dataset does. */
export const toClearingRemark = (
  clearing: Clearing,
  index: ExchangeIndex,
  ids: SpdxIds,
): readonly SpdxElement[] => {
  const id = ids.of("edge", clearing.id);
  const facts = toJsonLine(toEdgeFacts(clearing, index));
  const remark = annotation(id, ids.of("dataset", clearing.from), {
    statement: facts,
    comment: toEdgeSentence(clearing, index),
  });
  return [remark, ...toEvidenceRelation(clearing, index, ids)];
};

export const toContaminationRemark = (flag: ContaminationFlag, ids: SpdxIds): SpdxElement =>
  annotation(
    ids.of("annotation", ids.hashOf(`${flag.dataset} ${flag.benchmark} ${flag.level}`)),
    ids.of("dataset", flag.dataset),
    { statement: toJsonLine(flag), comment: toContaminationSentence(flag) },
  );

const toFactsAnnotation = (
  edge: Edge,
  subject: string,
  { index, ids }: { readonly index: ExchangeIndex; readonly ids: SpdxIds },
): SpdxElement => {
  const { evidence: _inSnippets, ...facts } = toEdgeFacts(edge, index);
  return annotation(ids.of("annotation", edge.id), subject, { statement: toJsonLine(facts) });
};

const annotation = (
  spdxId: string,
  subject: string,
  fields: { readonly statement: string; readonly comment?: string },
) =>
  element("Annotation", spdxId, {
    annotationType: "other",
    contentType: "application/json",
    subject,
    ...fields,
  });

const toEvidenceRelation = (edge: Edge, index: ExchangeIndex, ids: SpdxIds): readonly SpdxElement[] => {
  const proofs = index.proofsOf(edge);
  if (proofs.length === 0) return [];
  return [
    element("Relationship", ids.of("proof", edge.id), {
      from: ids.of("edge", edge.id),
      to: proofs.map(({ evidence }) => ids.of("evidence", evidence.id)),
      relationshipType: "hasEvidence",
    }),
  ];
};

/** The Dataset profile asks for exactly one declared and one concluded licence; we conclude none. */
export const toLicenceRelations = (
  owner: { readonly kind: "dataset" | "model"; readonly id: string; readonly licence?: string | undefined },
  ids: SpdxIds,
): readonly SpdxElement[] => {
  const from = ids.of(owner.kind, owner.id);
  const declared = owner.licence === undefined ? NO_LICENCE : ids.of("licence", owner.licence);
  const key = `${owner.kind}:${owner.id}`;
  return [
    relationship(ids.of("relation", `declared:${key}`), {
      from,
      to: declared,
      relationshipType: "hasDeclaredLicense",
    }),
    relationship(ids.of("relation", `concluded:${key}`), {
      from,
      to: NO_LICENCE,
      relationshipType: "hasConcludedLicense",
    }),
  ];
};

export const toDocumentationRelation = (
  { id }: Dataset,
  index: ExchangeIndex,
  ids: SpdxIds,
): readonly SpdxElement[] => {
  const documents = index.documentsOf(id);
  if (documents.length === 0) return [];
  return [
    element("Relationship", ids.of("relation", `documentation:${id}`), {
      from: ids.of("dataset", id),
      to: documents.map(({ sha256 }) => ids.of("document", sha256)),
      relationshipType: "hasDocumentation",
    }),
  ];
};

export const toMemberRelation = (
  { dataset, family }: ExchangeGraph["members"][number],
  ids: SpdxIds,
): SpdxElement =>
  relationship(
    ids.of("relation", `member:${dataset}:${family}`),
    { from: ids.of("dataset", dataset), to: ids.of("dataset", family), relationshipType: "other" },
    `${dataset} is one of the datasets that ${family} may mean.`,
  );
