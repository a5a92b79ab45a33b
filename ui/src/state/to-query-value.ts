const LONE_SURROGATE = /\p{Cs}/gu;

/** Escapes a text for an address. Half a character, which no address can hold, becomes the sign for one that is lost. */
export const toQueryValue = (text: string): string =>
  encodeURIComponent(text.replace(LONE_SURROGATE, "\u{fffd}"));
