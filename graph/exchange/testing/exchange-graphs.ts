import type { ContaminationFlag } from "../../../schema/contamination.ts";
import type { Edge } from "../../../schema/edge.ts";
import { ModelId } from "../../../schema/ids.ts";
import {
  aClearing,
  aDataset,
  aDerivation,
  aDocument,
  aModelUse,
  anEvidence,
  anId,
  aTrace,
} from "../../store/test-data.ts";
import type { ExchangeGraph, ExportContext } from "../exchange-graph.ts";

/** Graphs that the formats' tests write: invented datasets, with the cases that are hard to say in someone else's words. */

export const CONTEXT: ExportContext = {
  exportedAt: new Date("2026-05-06T07:08:09.000Z"),
  version: "0.1.0",
  baseUrl: "https://stemma.example/api/",
};

/** Nothing but what is given; lists in the order in which a real one has them. */
export const anExchangeGraph = (fields: Partial<ExchangeGraph> = {}): ExchangeGraph => ({
  datasets: [],
  models: [],
  documents: [],
  descriptions: [],
  members: [],
  aliases: [],
  derivations: [],
  modelUses: [],
  clearings: [],
  contaminations: [],
  evidence: [],
  traces: [],
  ...fields,
});

const card = aDocument("card of acme/mix", {
  url: "https://hub.example/datasets/acme/mix/README.md",
  revision: "4f2c9e1",
  title: "The mix",
});
const paper = aDocument("a paper about the mix", { kind: "paper", url: "https://papers.example/2601.00001" });

const inclusion = aDerivation("acme/mix", "acme/maths", {
  relation: "inclusion",
  split: "train",
  confidence: 0.97,
});
const distillation = aDerivation("acme/mix", "website:forum.example/threads", {
  relation: "distillation",
  subset: "long answers",
});
const doubtful = aDerivation("acme/mix", "name:the-big-crawl", {
  status: "flagged",
  confidence: 0.31,
  flags: ["low-confidence", "name-ambiguous"],
});
const deeper = aDerivation("acme/maths", "acme/exam", { relation: "evolution", split: "test" });
const cyclic = aDerivation("acme/exam", "acme/mix", { status: "flagged", flags: ["cycle"] });
const published = aDerivation("acme/maths", "paper:2401.00001", {
  relation: "fusion",
  confidence: 0.8,
  origin: {
    kind: "published",
    citation: "arXiv:2604.00001",
    relation: "fusion",
    confidence: 0.8,
    documentKinds: ["paper"],
    flags: [],
  },
});
const second = aDerivation("zenith/remix", "acme/maths", { relation: "synthesis" });
const rejected = aDerivation("zenith/remix", "acme/exam", {
  status: "rejected",
  rejection: "evaluation-only",
});
const writer = aModelUse("acme/mix", "acme/writer-7b", "generator");
const judge = {
  ...aModelUse("acme/mix", "Closed Model 4", "judge"),
  status: "flagged" as const,
  confidence: 0.4,
};
const clearing = aClearing("acme/mix", "acme/exam", { split: "test" });

const EDGES: readonly Edge[] = [
  inclusion,
  distillation,
  doubtful,
  deeper,
  cyclic,
  second,
  rejected,
  writer,
  judge,
  clearing,
];

const aFlag = (way: readonly Edge[], fields: Partial<ContaminationFlag>): ContaminationFlag => ({
  dataset: anId(way[0]?.from ?? ""),
  benchmark: anId("acme/exam"),
  level: "inherited",
  split: "test",
  distance: way.length,
  path: way.map(({ id }) => id),
  ground: "declared",
  strongest: way.map(({ id }) => id),
  strongestGround: "declared",
  confidence: 0.9,
  clearings: [],
  computedAt: "2026-03-04T05:16:07.000Z",
  ...fields,
});

/** Two datasets that nothing is made of; a cycle that waits for a person; nodes off the Hub; a family; an edge without a quote of ours. */
export const EXAMPLE: ExchangeGraph = anExchangeGraph({
  root: anId("acme/mix"),
  datasets: [
    aDataset("acme/exam", {
      isBenchmark: true,
      url: "https://huggingface.co/datasets/acme/exam",
      licence: "mit",
    }),
    aDataset("acme/maths", { licence: "llama3", isFamily: false, createdAt: "2024-02-03T04:05:06.000Z" }),
    aDataset("acme/mix", {
      url: "https://huggingface.co/datasets/acme/mix",
      licence: "apache-2.0",
      createdAt: "2025-03-04T05:06:07.000Z",
      languages: ["en", "de"],
      tasks: ["question-answering"],
      summary: "Questions with worked answers.",
    }),
    aDataset("name:the-big-crawl", { isFamily: true }),
    aDataset("paper:2401.00001", { url: "https://arxiv.org/abs/2401.00001" }),
    aDataset("website:forum.example/threads", { url: "https://forum.example/threads" }),
    aDataset("zenith/remix"),
  ],
  models: [{ id: ModelId.parse("Closed Model 4") }, { id: ModelId.parse("acme/writer-7b"), owner: "acme" }],
  documents: [card, paper],
  descriptions: [
    {
      dataset: anId("acme/maths"),
      document: { ...card, url: "https://hub.example/datasets/acme/maths/README.md" },
    },
    { dataset: anId("acme/mix"), document: card },
    { dataset: anId("acme/mix"), document: paper },
  ],
  members: [{ dataset: anId("acme/maths"), family: anId("name:the-big-crawl") }],
  aliases: [{ key: "the mix", datasetId: anId("acme/mix"), reason: "spelling" }],
  derivations: [cyclic, deeper, published, inclusion, distillation, doubtful, second, rejected],
  modelUses: [judge, writer],
  clearings: [clearing],
  contaminations: [
    aFlag([deeper], { level: "declared" }),
    aFlag([inclusion, deeper], {
      level: "cleared-by-claim",
      otherwise: "inherited",
      confidence: 0.873,
      clearings: [clearing.id],
    }),
    aFlag([second, deeper], {}),
  ],
  evidence: EDGES.flatMap((edge) =>
    edge === inclusion ? [anEvidence(edge, card), anEvidence(edge, paper)] : [anEvidence(edge, card)],
  ),
  traces: [aTrace({ state: "finished", endedAt: "2026-03-04T05:16:07.000Z" })],
});

const HOSTILE_QUOTE = `</script>"'\`\u0000\u0001\u001b[31m\uD800 ]]> {{x}} \u2028\u202e @context ${"long ".repeat(2_400)}`;
const hostileDocument = aDocument("hostile", {
  url: "javascript:alert(document.cookie)",
  title: '\u0000<b>title</b>\n"quoted"',
  revision: "\u0007",
});
const hostileEdge = aDerivation("acme/evil", "website:evil.example/%7B%7D<script>\"'|^`[x]", {
  subset: "a\u0000b\n\uDC00",
});
const hostileUse = aModelUse("acme/evil", "\u0001 <model> \uD800/..:#?% '(x)'!*~.", "filter");

/** Everything that a document or a page can put into names and texts, at its worst. */
export const HOSTILE: ExchangeGraph = anExchangeGraph({
  root: anId("acme/evil"),
  datasets: [
    aDataset("acme/evil", {
      url: "javascript:alert(1)",
      licence: "mit\u0000\uD800",
      summary: '\u0000@context "}{',
      languages: ["en\u0000"],
      stateReason: "\uDFFF",
    }),
    aDataset(hostileEdge.to, { url: "https://user:secret@evil.example/a b|\u0000<script>" }),
  ],
  models: [{ id: hostileUse.to, owner: "\u0002\uD800" }],
  documents: [hostileDocument],
  descriptions: [{ dataset: anId("acme/evil"), document: hostileDocument }],
  derivations: [hostileEdge],
  modelUses: [hostileUse],
  evidence: [hostileEdge, hostileUse].map((edge) =>
    anEvidence(edge, hostileDocument, { quote: HOSTILE_QUOTE, nameAsWritten: "\u0000name\uD800" }),
  ),
});

/** One dataset of which nothing is known. */
export const BARE: ExchangeGraph = anExchangeGraph({
  root: anId("bare"),
  datasets: [aDataset("bare", { state: "frontier" })],
});

export const EXAMPLES = { EXAMPLE, HOSTILE, BARE, EMPTY: anExchangeGraph() } as const;
