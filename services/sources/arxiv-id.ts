export interface ArxivId {
  /** Without its version. */
  readonly id: string;
  /** `v2` */
  readonly version?: string;
}

const NEW_FORM = /(?:^|[^\d.])(\d{4}\.\d{4,5})(v\d{1,2})?(?![\d])/;
const OLD_FORM = /(?:^|[/:\s])([a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(v\d{1,2})?(?!\d)/;

/**
 * Reads an arXiv id out of the ways in which it is written: bare, with `arXiv:`, as an address.
 *
 * @example parseArxivId("https://arxiv.org/pdf/2401.00001v2.pdf") // { id: "2401.00001", version: "v2" }
 */
export const parseArxivId = (text: string): ArxivId | undefined => {
  const [, id, version] = NEW_FORM.exec(text) ?? OLD_FORM.exec(text) ?? [];
  if (id === undefined) return undefined;
  return version === undefined ? { id } : { id, version };
};
