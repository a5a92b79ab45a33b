import { describe, expect, it } from "vitest";
import { LISTED_LICENCES, toSpdxLicence } from "./spdx-licence.ts";
import { shippedByCycloneDx } from "../testing/official-schemas.ts";

const { enum: listed } = shippedByCycloneDx("spdx");

describe("a licence's SPDX id", () => {
  it("is in the SPDX licence list", () => {
    const ids = [...LISTED_LICENCES, ...["c-uda", "odbl", "odc-by", "pddl", "lgpl-lr"].map(toSpdxLicence)];

    expect(ids.filter((id) => !(listed as readonly unknown[]).includes(id))).toEqual([]);
  });

  it.each([
    ["apache-2.0", "Apache-2.0"],
    ["CC-BY-SA-4.0", "CC-BY-SA-4.0"],
    ["odc-by", "ODC-By-1.0"],
    ["other", undefined],
    ["bsd", undefined],
    [undefined, undefined],
  ])("of %s is %s", (licence, id) => {
    expect(toSpdxLicence(licence)).toBe(id);
  });
});
