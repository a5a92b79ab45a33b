/** The whole body, or word that it is larger than allowed; what lies beyond the limit is never read. */
export type BodyOutcome =
  | { readonly kind: "whole"; readonly bytes: Uint8Array }
  | { readonly kind: "too-large"; readonly maxBytes: number };

interface ReadableResponse {
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): {
      read(): Promise<{ done: boolean; value?: unknown }>;
      cancel(reason?: unknown): Promise<void>;
    };
  } | null;
}

/** Reads a body in pieces up to a limit in bytes, counted after decompression. */
export const readBody = async (response: ReadableResponse, maxBytes: number): Promise<BodyOutcome> => {
  if (response.body === null) return { kind: "whole", bytes: new Uint8Array() };
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = Number(response.headers.get("content-length") ?? 0) > maxBytes ? Infinity : 0;
  for (;;) {
    if (size > maxBytes) {
      await reader.cancel();
      return { kind: "too-large", maxBytes };
    }
    const { done, value } = await reader.read();
    if (done) return { kind: "whole", bytes: Buffer.concat(pieces, size) };
    if (!(value instanceof Uint8Array)) continue;
    pieces.push(value);
    size += value.byteLength;
  }
};
