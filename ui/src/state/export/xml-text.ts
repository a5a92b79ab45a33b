/** XML 1.0 allows no other control characters, no half of a surrogate pair and neither of the last two characters of the plane. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const NAMED = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);
/** White space that a reader would change: in attributes to blanks, and whatever it takes for the end of a line to a newline. */
const CHANGED_BY_READERS = /[\t\n\r\u0085\u2028]/g;

/** A text as it may stand in an element or a quoted attribute; what XML 1.0 cannot say at all is left out. */
export const toXmlText = (text: string): string =>
  text
    .replace(FORBIDDEN, "")
    .replace(/[&<>"]/g, (character) => NAMED.get(character) ?? character)
    .replace(CHANGED_BY_READERS, (character) => `&#${character.charCodeAt(0)};`);

/** Attributes of an element, each with a space before it; those without a value are left out. */
export const toXmlAttributes = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${toXmlText(value)}"`]))
    .join("");

/**
 * An id as a name token, which every reader of XML takes: what else it has is written as its code in hexadecimal between
 * underscores, so that no two ids become one.
 *
 * @example toXmlToken("acme/mix") // "acme_2f_mix"
 */
export const toXmlToken = (key: string): string =>
  key.replace(/[^A-Za-z0-9.:-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
