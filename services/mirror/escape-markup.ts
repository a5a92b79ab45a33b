/** Text made safe for XML and HTML, in elements and in double-quoted attributes; characters that XML forbids are dropped. */
export const escapeMarkup = (text: string): string =>
  text
    .replace(FORBIDDEN_IN_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Extracted papers hold such control characters. */
const FORBIDDEN_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
