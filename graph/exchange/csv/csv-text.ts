/**
 * What spreadsheets take for the start of a formula, and the apostrophe that keeps them from it: a field that starts so gets
 * an apostrophe in front, and every apostrophe that a file's field starts with is taken away again.
 */
const GUARDED = /^['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One record as RFC 4180 has it: commas, quotes doubled, CRLF. `fromCsvField` gives every text back as it was. */
export const toCsvRecord = (fields: readonly string[]): string =>
  `${fields.map((field) => quoteCsvField(guardCsvText(field))).join(",")}\r\n`;

/** A text that no spreadsheet takes for a formula. */
export const guardCsvText = (text: string): string => (GUARDED.test(text) ? `'${text}` : text);

/** A field's text without the apostrophe that guards it. */
export const fromCsvField = (field: string): string => (field.startsWith("'") ? field.slice(1) : field);

/** In quotes where a comma, or what some spreadsheets take for one, would end the field. */
export const quoteCsvField = (text: string): string =>
  /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
