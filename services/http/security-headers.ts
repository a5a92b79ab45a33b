/** Sent with every answer: scripts, styles and fonts come from this service only; nothing may frame or sniff it. */
export const SECURITY_HEADERS = {
  "content-security-policy": toPolicy("'self'"),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

/**
 * For the one page that others may show in theirs. It writes nothing, and the token of a browser that is signed in is no help to
 * a foreign page: browsers send it to frames of the service's own site only.
 */
export const EMBED_HEADERS = {
  "content-security-policy": toPolicy("*"),
  "cross-origin-resource-policy": "cross-origin",
} as const;

/** For the pages that the service writes itself: no script at all, and one style element that is part of the page. */
export const PLAIN_PAGE_HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  "content-type": "text/html; charset=utf-8",
} as const;

function toPolicy(frameAncestors: "'self'" | "*"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join("; ");
}
