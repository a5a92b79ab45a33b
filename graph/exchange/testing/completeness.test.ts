import { describe, expect, it } from "vitest";
import { CROISSANT } from "../croissant/croissant.ts";
import { CYCLONE_DX } from "../cyclone-dx/cyclone-dx.ts";
import type { Exporter } from "../exporter.ts";
import { EXPORTERS } from "../formats.ts";
import { OPEN_LINEAGE } from "../open-lineage/open-lineage.ts";
import { PROV_JSON } from "../prov-json/prov-json.ts";
import { SPDX } from "../spdx/spdx.ts";
import { CONTEXT, EXAMPLE } from "./exchange-graphs.ts";

const EDGES = [...EXAMPLE.derivations, ...EXAMPLE.modelUses, ...EXAMPLE.clearings];

const textOf = (exporter: Exporter, baseUrl: string): string =>
  [...(exporter.write(EXAMPLE, { ...CONTEXT, baseUrl }) as Iterable<string>)].join("");

describe.each([PROV_JSON, OPEN_LINEAGE, CROISSANT, CYCLONE_DX, SPDX].map((one) => [one.title, one] as const))(
  "%s",
  (_title, exporter) => {
    it.each([CONTEXT.baseUrl, "urn:stemma:"])(
      "has every dataset, model, edge and quote, under %s",
      (baseUrl) => {
        const text = textOf(exporter, baseUrl);

        const names = [...EXAMPLE.datasets, ...EXAMPLE.models].map(({ id }) => id);
        expect(
          names.filter((name) => !text.includes(name) && !text.includes(encodeURIComponent(name))),
        ).toEqual([]);
        expect(EDGES.filter(({ id }) => !text.includes(id))).toEqual([]);
        expect(EXAMPLE.evidence.filter(({ quote }) => !text.includes(quote))).toEqual([]);
        expect(
          EXAMPLE.documents.filter(({ url, sha256 }) => !text.includes(url) || !text.includes(sha256)),
        ).toEqual([]);
      },
    );

    it("is the same twice, and in the list of formats", () => {
      expect(textOf(exporter, CONTEXT.baseUrl)).toBe(textOf(exporter, CONTEXT.baseUrl));
      expect(EXPORTERS).toContain(exporter);
    });
  },
);
