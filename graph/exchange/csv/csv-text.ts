/**
 * What spreadsheets take for the start of a formula, and the apostrophe that keeps them from it: a field that starts so gets
 * an apostrophe in front, and every apostrophe that a file's field starts with is taken away again.
 */
const GUARDED = /^['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One record as RFC 4180 has it: commas, quotes doubled, CRLF. `fromCsvField` gives every text back as it was. */
export const toCsvRecord = (fields: readonly string[]): string =>
  `${fields.map((field) => quote(GUARDED.test(field) ? `'${field}` : field)).join(",")}\r\n`;

/** A field's text without the apostrophe that guards it. */
export const fromCsvField = (field: string): string => (field.startsWith("'") ? field.slice(1) : field);

const quote = (text: string): string => (/[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
