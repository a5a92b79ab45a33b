import type { FetchedPage } from "./fetch-outcome.ts";

/** How much of a page may be searched for a charset that the page itself declares. */
const DECLARATION_BYTES = 2048;
const DECLARATION = /<meta[^>]{1,200}charset=["']?([\w-]+)|<\?xml[^>]{1,100}encoding=["']([\w-]+)/i;

/** Decodes a page: the server's charset, else the one that markup declares, else UTF-8. Broken bytes become U+FFFD. */
export const decodeText = ({ body, charset, mediaType }: DecodablePage): string =>
  toDecoder(charset ?? (isMarkup(mediaType) ? readDeclaredCharset(body) : undefined) ?? "utf-8").decode(body);

type DecodablePage = Pick<FetchedPage, "body" | "charset" | "mediaType">;

/** A Markdown text may quote a declaration without meaning itself. */
const isMarkup = (mediaType: string): boolean => /html|xml/.test(mediaType);

const readDeclaredCharset = (body: Uint8Array): string | undefined => {
  const head = Buffer.from(body.subarray(0, DECLARATION_BYTES)).toString("latin1");
  const [, meta, xml] = DECLARATION.exec(head) ?? [];
  return meta ?? xml;
};

const toDecoder = (label: string): InstanceType<typeof TextDecoder> => {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder("utf-8");
    throw error;
  }
};
