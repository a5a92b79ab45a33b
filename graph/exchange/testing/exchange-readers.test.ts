import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CROISSANT } from "../croissant/croissant.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import type { Exporter } from "../exporter.ts";
import { OPEN_LINEAGE } from "../open-lineage/open-lineage.ts";
import { PROV_JSON } from "../prov-json/prov-json.ts";
import { SPDX } from "../spdx/spdx.ts";
import { CONTEXT, EXAMPLE, EXAMPLES } from "./exchange-graphs.ts";
import { faultsByProvSchema } from "./official-schemas.ts";
import { openPythonReaders } from "./python-readers.ts";
import type { Reading } from "./python-readers.ts";
import { readSchema } from "./schema-faults.ts";

const readers = await openPythonReaders();
const isMissing = "missing" in readers;
if (isMissing) process.stderr.write(`skipped: ${readers.missing}\n`);

const folder = mkdtempSync(join(tmpdir(), "exchange-readers-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A reader starts in seconds; the files of one format are read in one go. */
const SLOW_MS = 150_000;

const textOf = (exporter: Exporter, graph: ExchangeGraph, baseUrl = CONTEXT.baseUrl): string =>
  [...(exporter.write(graph, { ...CONTEXT, baseUrl }) as Iterable<string>)].join("");

const readTexts = async (format: string, texts: readonly string[]): Promise<readonly Reading[]> => {
  if (isMissing) throw new Error(readers.missing);
  const files = texts.map((text, at) => {
    const file = join(folder, `${format}-${at}.json`);
    writeFileSync(file, text);
    return file;
  });
  return readers.read(format, files);
};

/** Every example, the first one under a base that is no web address, and last the first one spoilt. */
const readExamples = async (exporter: Exporter, spoil: (text: string) => string) => {
  const graphs = Object.values(EXAMPLES).filter(
    ({ root }) => exporter.scope === "graph" || root !== undefined,
  );
  const texts = [...graphs.map((graph) => textOf(exporter, graph)), textOf(exporter, EXAMPLE, "urn:stemma:")];
  const readings = await readTexts(exporter.name, [...texts, spoil(texts[0] ?? "")]);
  return { good: readings.slice(0, -1), spoilt: readings.at(-1) };
};

describe.skipIf(isMissing)("exports, read by the packages that their formats' own people keep", () => {
  it("PROV-JSON: prov reads it and writes the same document again", { timeout: SLOW_MS }, async () => {
    const { good, spoilt } = await readExamples(PROV_JSON, (text) =>
      text.replace(
        '"prov:generatedEntity":"dataset:acme%2Fmix"',
        '"prov:generatedEntity":["dataset:a","dataset:b"]',
      ),
    );

    expect(good.flatMap(({ faults }) => faults)).toEqual([]);
    expect(good[0]?.facts).toMatchObject({
      derivations: 5 + EXAMPLE.evidence.length,
      bundles: { "bundle:flagged": 2, "bundle:rejected": 1 },
    });
    expect(spoilt?.faults).not.toEqual([]);
  });

  it("PROV-JSON: the schema that prov brings along finds no fault", () => {
    if (isMissing) throw new Error(readers.missing);
    const faultsOf = faultsByProvSchema(
      readSchema(readers.fileOf("prov/tests/schemas/prov-json.schema.json")),
    );
    const written = Object.values(EXAMPLES).map((graph) => JSON.parse(textOf(PROV_JSON, graph)));
    const without = { wasDerivedFrom: { "edge:x": { "prov:generatedEntity": "dataset:a" } } };

    expect(written.flatMap(faultsOf)).toEqual([]);
    expect(faultsOf(without)[0]).toContain("must have required property 'prov:usedEntity'");
  });

  it(
    "SPDX: the bindings made from its model find all required properties and references",
    { timeout: SLOW_MS },
    async () => {
      const { good, spoilt } = await readExamples(SPDX, (text) =>
        text.replace('"dataset_datasetType":["noAssertion"]', '"dataset_datasetType":[]'),
      );

      expect(good.flatMap(({ faults }) => faults)).toEqual([]);
      expect(good.map(({ facts }) => facts["same"])).toEqual(good.map(() => true));
      expect(good[0]?.facts).toMatchObject({ datasets: 7, models: 2 });
      expect(spoilt?.faults[0]).toContain("'dataset_datasetType' in dataset_DatasetPackage");
    },
  );

  it("Croissant: mlcroissant takes it without an error", { timeout: SLOW_MS }, async () => {
    const { good, spoilt } = await readExamples(CROISSANT, (text) =>
      text.replace('"@type":"cr:FileSet"', '"@type":"cr:FileObject"'),
    );

    expect(good.flatMap(({ faults }) => faults)).toEqual([]);
    expect(good[0]?.facts).toMatchObject({
      name: "acme/mix",
      license: "https://spdx.org/licenses/Apache-2.0.html",
      sources: ["https://forum.example/threads", "https://huggingface.co/datasets/acme/maths"],
    });
    expect(spoilt?.faults[0]).toContain("ValidationError");
  });

  it("OpenLineage: the client's own classes hold every standard facet", { timeout: SLOW_MS }, async () => {
    const { good, spoilt } = await readExamples(OPEN_LINEAGE, (text) =>
      text.replace('"subtype":"IDENTITY"', '"kind":"IDENTITY"'),
    );

    expect(good.flatMap(({ faults }) => faults)).toEqual([]);
    expect(good[0]?.facts).toEqual({ datasets: EXAMPLE.datasets.length + EXAMPLE.models.length });
    expect(spoilt?.faults[0]).toContain("unexpected keyword argument 'kind'");
  });
});
