/**
 * The address as other tools may follow it: http or https, written as RFC 3986 asks; undefined for anything else, so that no
 * export carries a `javascript:` or `file:` link out of a document.
 */
export const toWebAddress = (text: string | undefined): string | undefined => {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  url.username = "";
  url.password = "";
  return `${url.protocol}//${url.host}${escaped(url.href.slice(url.origin.length))}`;
};

/** `new URL` lets some characters pass that RFC 3986 does not. */
const escaped = (rest: string): string =>
  rest.replaceAll(/[^\w\-.~!$&'()*+,;=:@/?#%]/gu, encodeURIComponent).replaceAll(/%(?![\da-f]{2})/giu, "%25");
