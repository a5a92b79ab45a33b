/** Ids of the SPDX licence list that the Hub writes the same, but for case. Test: all are in the list that CycloneDX carries. */
export const LISTED_LICENCES = [
  "AFL-3.0",
  "AGPL-3.0",
  "Apache-2.0",
  "Artistic-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BSD-3-Clause-Clear",
  "BSL-1.0",
  "CC-BY-2.0",
  "CC-BY-2.5",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "CC-BY-NC-2.0",
  "CC-BY-NC-3.0",
  "CC-BY-NC-4.0",
  "CC-BY-NC-ND-3.0",
  "CC-BY-NC-ND-4.0",
  "CC-BY-NC-SA-2.0",
  "CC-BY-NC-SA-3.0",
  "CC-BY-NC-SA-4.0",
  "CC-BY-ND-4.0",
  "CC-BY-SA-3.0",
  "CC-BY-SA-4.0",
  "CC0-1.0",
  "CDLA-Permissive-1.0",
  "CDLA-Permissive-2.0",
  "CDLA-Sharing-1.0",
  "ECL-2.0",
  "EPL-1.0",
  "EPL-2.0",
  "etalab-2.0",
  "EUPL-1.1",
  "EUPL-1.2",
  "GPL-2.0",
  "GPL-3.0",
  "ISC",
  "LGPL-2.1",
  "LGPL-3.0",
  "LPPL-1.3c",
  "MIT",
  "MPL-2.0",
  "MS-PL",
  "NCSA",
  "OFL-1.1",
  "OSL-3.0",
  "PostgreSQL",
  "Unlicense",
  "WTFPL",
  "Zlib",
] as const;

/** What the Hub calls otherwise, without the only version that there is. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "c-uda": "C-UDA-1.0",
  odbl: "ODbL-1.0",
  "odc-by": "ODC-By-1.0",
  pddl: "PDDL-1.0",
  "lgpl-lr": "LGPLLR",
};

const BY_HUB_NAME: ReadonlyMap<string, string> = new Map([
  ...LISTED_LICENCES.map((id) => [id.toLowerCase(), id] as const),
  ...Object.entries(OTHER_NAMES),
]);

/** The id in the SPDX licence list; undefined when the name says no one licence of it ("other", "llama3", "bsd"). */
export const toSpdxLicence = (licence: string | undefined): string | undefined =>
  licence === undefined ? undefined : BY_HUB_NAME.get(licence.trim().toLowerCase());
