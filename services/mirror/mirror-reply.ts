import type { IncomingHttpHeaders } from "node:http";

/** A request as the routes see it: every path segment is already percent-decoded. */
export interface MirrorRequest {
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Path and query exactly as asked, for redirects. */
  readonly url: string;
}

export interface MirrorReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One service that the mirror stands in for; it gets the segments after its own prefix. */
export type MirrorRoute = (request: MirrorRequest) => Promise<MirrorReply>;

type Headers = Readonly<Record<string, string>>;

export const textReply = (status: number, text: string, headers: Headers = {}): MirrorReply => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8", ...headers },
  body: Buffer.from(text),
});

export const jsonReply = (status: number, value: unknown, headers: Headers = {}): MirrorReply => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: Buffer.from(JSON.stringify(value)),
});

export const bytesReply = (body: Buffer, headers: Headers): MirrorReply => ({ status: 200, headers, body });

/** 307, as the Hub answers for renamed and differently spelled ids. */
export const redirectReply = (location: string): MirrorReply =>
  textReply(307, `Temporary Redirect. Redirecting to ${location}`, { location });
