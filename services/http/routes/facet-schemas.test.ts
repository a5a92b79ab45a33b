import { expect, it } from "vitest";
import { facetSchemaUrl } from "../../../graph/exchange/open-lineage/open-lineage-facets.ts";
import { aServer } from "../test-server.ts";

it("answers at the address that a facet names", async () => {
  const app = await aServer();
  const url = facetSchemaUrl("stemma_lineage", "http://127.0.0.1:4870/api/");

  const response = await app.inject({ url: new URL(url).pathname, headers: { host: "127.0.0.1:4870" } });

  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject({
    $id: url.split("#")[0],
    properties: { stemma_lineage: { $ref: "#/$defs/StemmaLineageDatasetFacet" } },
  });
  await app.close();
});

it("answers a name that no facet has with a problem", async () => {
  const app = await aServer();

  const response = await app.inject({ url: "/api/schemas/open-lineage/1-0-0/Other.json" });

  expect(response.statusCode).toBe(404);
  expect(response.json()).toMatchObject({ code: "NOT_FOUND" });
  await app.close();
});
