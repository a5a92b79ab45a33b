import { createHash } from "node:crypto";
import type { ClearingClaim, ModelClaim, SourceClaim } from "../../../schema/claim.ts";
import { DatasetId, Sha256, TraceId } from "../../../schema/ids.ts";
import type { ProvenClaim } from "../../evidence/proven-claim.ts";
import type { HubDataset } from "../../ports.ts";

/** Small factories of claims for tests. */

export const idOf = (id: string): DatasetId => DatasetId.parse(id);
export const TRACE = TraceId.parse("trace-0001");
export const documentOf = (name: string): Sha256 =>
  Sha256.parse(createHash("sha256").update(name).digest("hex"));

const shared = (name: string) => ({
  name,
  quote: `built from ${name}`,
  span: { start: 10, end: 10 + `built from ${name}`.length },
  tracer: "rules" as const,
  score: 0.9,
});

const prove = (claim: ProvenClaim["claim"], proof: Partial<ProvenClaim>): ProvenClaim => ({
  claim,
  document: documentOf("card"),
  documentKind: "card",
  stance: "supported",
  ...proof,
});

export const aSource = (fields: Partial<SourceClaim> = {}, proof: Partial<ProvenClaim> = {}): ProvenClaim =>
  prove({ kind: "source", ...shared(fields.name ?? "Rivers"), relation: "inclusion", ...fields }, proof);

export const aModel = (fields: Partial<ModelClaim> = {}, proof: Partial<ProvenClaim> = {}): ProvenClaim =>
  prove({ kind: "model", ...shared(fields.name ?? "GPT-4"), role: "generator", ...fields }, proof);

export const aClearing = (
  fields: Partial<ClearingClaim> = {},
  proof: Partial<ProvenClaim> = {},
): ProvenClaim => prove({ kind: "clearing", ...shared(fields.name ?? "Gauntlet"), ...fields }, proof);

export const aHubDataset = (id: string, fields: Partial<HubDataset> = {}): HubDataset => ({
  id: idOf(id),
  gated: false,
  tags: [],
  ...fields,
});
