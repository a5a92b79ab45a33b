import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";

const html = (body: Uint8Array, charset?: string) =>
  decodeText({ body, mediaType: "text/html", ...(charset === undefined ? {} : { charset }) });
/** "潮" in GBK. */
const GBK = [0xb3, 0xb1];

describe("decodeText", () => {
  it("believes the server first", () => {
    expect(html(Buffer.from([0xe9]), "iso-8859-1")).toBe("é");
  });

  it("believes what markup declares when the server says nothing", () => {
    const page = Buffer.concat([Buffer.from('<meta charset="gbk"><p>'), Buffer.from(GBK)]);

    expect(html(page)).toContain("潮");
  });

  it("does not believe a declaration that a Markdown text quotes", () => {
    const body = Buffer.from('Write <meta charset="gbk"> for 潮.');

    expect(decodeText({ body, mediaType: "text/plain" })).toContain("潮");
  });

  it("takes an unknown charset for UTF-8 and marks broken bytes", () => {
    expect(html(Buffer.from([0x61, 0xff]), "x-nonsense")).toBe("a\uFFFD");
  });
});
