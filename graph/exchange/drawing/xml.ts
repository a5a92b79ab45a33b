/** XML 1.0 allows no other control characters, no half of a surrogate pair and neither of the last two characters of the plane. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** White space that a reader would change: in attributes to blanks, and whatever it takes for the end of a line to a newline. */
const CHANGED_BY_READERS = /[\t\n\r\u0085\u2028]/g;

/** A text as it may stand in an element or a quoted attribute; what XML 1.0 cannot say at all is left out. */
export const toXml = (text: string): string =>
  text
    .replace(FORBIDDEN, "")
    .replace(/[&<>"]/g, (character) => NAMED[character] ?? character)
    .replace(CHANGED_BY_READERS, (character) => `&#${character.charCodeAt(0)};`);

/** Attributes of an element, each with a space before it; those without a value are left out. */
export const toXmlAttributes = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${toXml(value)}"`]))
    .join("");

/**
 * An id that stays apart from every other: what XML cannot say is written as its code in hexadecimal after a replacement
 * character, and so is that character.
 */
export const toXmlKey = (key: string): string =>
  key.replace(UNSAFE_IN_KEY, (character) => `\uFFFD${(character.codePointAt(0) ?? 0).toString(16)};`);

const UNSAFE_IN_KEY = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFC\u{10000}-\u{10FFFF}]/gu;
