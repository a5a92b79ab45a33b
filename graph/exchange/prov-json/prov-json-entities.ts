import type { ContaminationFlag } from "../../../schema/contamination.ts";
import type { Dataset } from "../../../schema/dataset.ts";
import type { Document } from "../../../schema/document.ts";
import type { Clearing, Edge } from "../../../schema/edge.ts";
import type { Trace } from "../../../schema/trace.ts";
import { webAddressOf, webAddressOfModel } from "../addresses.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import type { ExchangeIndex, Proof } from "../index-exchange.ts";
import { nameOf } from "./prov-json-names.ts";
import type { ProvRecord } from "./prov-json-values.ts";
import { orUndefined, toAddress, toName, toNames, toTime } from "./prov-json-values.ts";
import { toWebAddress } from "../web-address.ts";

export const toDatasetEntity = (dataset: Dataset, index: ExchangeIndex): ProvRecord => ({
  "prov:type": [
    toName("stemma:Dataset"),
    ...(dataset.isBenchmark ? [toName("stemma:Benchmark")] : []),
    ...(dataset.isFamily ? [toName("stemma:Family"), toName("prov:Collection")] : []),
  ],
  "prov:label": dataset.id,
  "prov:location": toAddress(webAddressOf(dataset)),
  "stemma:name": dataset.name,
  "stemma:owner": dataset.owner,
  "stemma:registry": dataset.registry,
  "stemma:state": dataset.state,
  "stemma:stateReason": dataset.stateReason,
  "stemma:createdAt": toTime(dataset.createdAt),
  "stemma:tracedAt": toTime(dataset.tracedAt),
  "stemma:licence": dataset.licence,
  "stemma:language": orUndefined(dataset.languages),
  "stemma:task": orUndefined(dataset.tasks),
  "stemma:domain": orUndefined(dataset.domains),
  "stemma:dataType": dataset.dataType,
  "stemma:summary": dataset.summary,
  "stemma:describedBy": toNames(
    index.documentsOf(dataset.id).map(({ sha256 }) => nameOf("document", sha256)),
  ),
});

export const toDocumentEntity = (document: Document): ProvRecord => ({
  "prov:type": toName("stemma:Document"),
  "prov:label": document.title ?? document.url,
  "prov:location": toAddress(toWebAddress(document.url)),
  "stemma:url": document.url,
  "stemma:kind": document.kind,
  "stemma:sha256": document.sha256,
  "stemma:revision": document.revision,
  "stemma:bytes": document.bytes,
  "stemma:retrievedAt": toTime(document.retrievedAt),
});

/** PROV-DM, section 5.1.1: what an entity says is its `prov:value`. Offsets count UTF-16 code units of the document's text. */
export const toEvidenceEntity = ({ evidence, document }: Proof): ProvRecord => ({
  "prov:type": toName("stemma:Evidence"),
  "prov:value": evidence.quote,
  "stemma:document": toName(nameOf("document", document.sha256)),
  "stemma:documentUrl": document.url,
  "stemma:documentSha256": document.sha256,
  "stemma:start": evidence.span.start,
  "stemma:end": evidence.span.end,
  "stemma:nameAsWritten": evidence.nameAsWritten,
  "stemma:stance": evidence.stance,
  "stemma:score": evidence.score,
  "stemma:tracer": evidence.tracer,
  "stemma:model": evidence.model,
  "stemma:promptVersion": evidence.promptVersion,
});

/** PROV has no relation for "was cleaned of", and one that looks like use would say the opposite: the claim is a thing of its own. */
export const toClearingEntity = (clearing: Clearing, index: ExchangeIndex): ProvRecord => ({
  "prov:type": toName("stemma:Clearing"),
  "stemma:dataset": toName(nameOf("dataset", clearing.from)),
  "stemma:benchmark": toName(nameOf("dataset", clearing.to)),
  ...toEdgeAttributes(clearing, index),
});

/** How a dataset stands to a benchmark: what is computed from the edges of `stemma:path`, not something that a document says. */
export const toContaminationEntity = (flag: ContaminationFlag): ProvRecord => ({
  "prov:type": toName("stemma:Contamination"),
  "stemma:dataset": toName(nameOf("dataset", flag.dataset)),
  "stemma:benchmark": toName(nameOf("dataset", flag.benchmark)),
  "stemma:level": flag.level,
  "stemma:otherwise": flag.otherwise,
  "stemma:split": flag.split,
  "stemma:distance": flag.distance,
  "stemma:confidence": flag.confidence,
  "stemma:path": flag.path.join(" "),
  "stemma:strongestPath": flag.strongest.join(" "),
  "stemma:clearing": toNames(flag.clearings.map((id) => nameOf("edge", id))),
  "stemma:computedAt": toTime(flag.computedAt),
});

/** What all edges say of themselves. */
export const toEdgeAttributes = (edge: Edge, index: ExchangeIndex): ProvRecord => ({
  "stemma:relation": edge.kind === "derivation" ? edge.relation : undefined,
  "stemma:role": edge.kind === "model-use" ? edge.role : undefined,
  "stemma:split": edge.kind === "model-use" ? undefined : edge.split,
  "stemma:subset": edge.kind === "derivation" ? edge.subset : undefined,
  "stemma:confidence": edge.confidence,
  "stemma:status": edge.status,
  "stemma:flag": edge.kind === "derivation" ? orUndefined(edge.flags) : undefined,
  "stemma:rejection": edge.kind === "derivation" ? edge.rejection : undefined,
  "stemma:origin": edge.kind === "derivation" ? edge.origin?.kind : undefined,
  "stemma:citation":
    edge.kind === "derivation" && edge.origin?.kind === "published" ? edge.origin.citation : undefined,
  "stemma:evidence": toNames(index.proofsOf(edge).map(({ evidence }) => nameOf("evidence", evidence.id))),
  "stemma:firstTrace": edge.firstTrace && toName(nameOf("trace", edge.firstTrace)),
  "stemma:lastTrace": edge.lastTrace && toName(nameOf("trace", edge.lastTrace)),
});

export const toModelAgent = ({ id, owner }: ExchangeGraph["models"][number]): ProvRecord => ({
  "prov:type": [toName("prov:SoftwareAgent"), toName("stemma:Model")],
  "prov:label": id,
  "prov:location": toAddress(webAddressOfModel(id)),
  "stemma:owner": owner,
});

export const toTraceActivity = (trace: Trace): ProvRecord => ({
  "prov:type": toName("stemma:Trace"),
  "prov:startTime": trace.startedAt,
  "prov:endTime": trace.endedAt,
  "stemma:state": trace.state,
});
