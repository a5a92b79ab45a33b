import { array, assert, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../schema/dataset.ts";
import { ModelId } from "../../../schema/ids.ts";
import { aDataset, aDerivation, aDocument, aModelUse, anEvidence, anId } from "../../store/test-data.ts";
import { CROISSANT } from "../croissant/croissant.ts";
import { CYCLONE_DX } from "../cyclone-dx/cyclone-dx.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import type { Exporter } from "../exporter.ts";
import { OPEN_LINEAGE } from "../open-lineage/open-lineage.ts";
import { PROV_JSON } from "../prov-json/prov-json.ts";
import { SPDX } from "../spdx/spdx.ts";
import { faultsOfCycloneDx } from "./official-schemas.ts";
import { anExchangeGraph, CONTEXT } from "./exchange-graphs.ts";

/** Any text: control characters, half surrogate pairs, addresses of every kind. */
const anyText = string({ unit: "binary", maxLength: 40 });
const texts = record({
  quote: string({ unit: "binary", minLength: 1, maxLength: 200 }),
  url: anyText.map(
    (text) => `${["javascript:", "https://x.example/", "https://", ""][text.length % 4]}${text}`,
  ),
  model: string({ unit: "binary", minLength: 1, maxLength: 40 }),
  licence: anyText,
  summary: anyText,
  title: anyText,
  subset: anyText,
  languages: array(anyText, { maxLength: 3 }),
});
type Texts = ReturnType<typeof texts.generate>["value"];

const toGraph = ({ quote, url, model, licence, summary, title, subset, languages }: Texts): ExchangeGraph => {
  const fields: Partial<Dataset> = { url, licence, summary, languages, owner: title };
  const derivation = aDerivation("acme/a", "acme/b", { subset });
  const use = aModelUse("acme/a", model, "answerer");
  const document = aDocument("text", { url, title, revision: subset });
  return anExchangeGraph({
    root: anId("acme/a"),
    datasets: [aDataset("acme/a", fields), aDataset("acme/b", fields)],
    models: [{ id: ModelId.parse(model), owner: title }],
    documents: [document],
    descriptions: [{ dataset: anId("acme/a"), document }],
    derivations: [derivation],
    modelUses: [use],
    evidence: [derivation, use].map((edge) =>
      anEvidence(edge, document, { quote, span: { start: 0, end: quote.length }, nameAsWritten: title }),
    ),
  });
};

const textOf = (exporter: Exporter, graph: ExchangeGraph): string =>
  [...(exporter.write(graph, CONTEXT) as Iterable<string>)].join("");

describe("whatever stands in names, addresses and quotes", () => {
  it("the official schema finds no fault with it", { timeout: 60_000 }, () => {
    assert(
      property(texts, (given) => {
        const graph = toGraph(given);

        expect(faultsOfCycloneDx(JSON.parse(textOf(CYCLONE_DX, graph)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("is text that UTF-8 can hold, and quotes stay as long as they are", { timeout: 60_000 }, () => {
    assert(
      property(texts, (given) => {
        const graph = toGraph(given);
        for (const exporter of [PROV_JSON, CYCLONE_DX, OPEN_LINEAGE, SPDX, CROISSANT]) {
          const text = textOf(exporter, graph);

          expect(Buffer.from(text).toString()).toBe(text);
          expect(text).toContain(JSON.stringify(given.quote.replaceAll(/\p{Surrogate}/gu, "\uFFFD")));
        }
      }),
      { numRuns: 200 },
    );
  });
});
