/** randomUUID exists only on secure origins; a page on a plain http address of the local network is none. */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
