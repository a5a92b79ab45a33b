import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { parseArxivId } from "./arxiv-id.ts";

export interface ArxivEntry {
  /** Without its version. */
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

const Entry = z.object({ id: z.string(), title: z.string(), summary: z.string().catch("") });
const Feed = z.object({ feed: z.object({ entry: z.array(Entry).optional() }) });

/** The parser knows no entities and no types: what it gives is the text as it stands. */
const createParser = (): XMLParser =>
  new XMLParser({
    processEntities: false,
    ignoreAttributes: true,
    parseTagValue: false,
    isArray: (name) => name === "entry",
    maxNestedTags: 20,
  });

/**
 * Reads arXiv's Atom answer. Undefined when it is none: a declaration of entities, which Atom never needs, is refused
 * before the parser sees it.
 */
export const parseArxivFeed = (xml: string): readonly ArxivEntry[] | undefined => {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  const feed = Feed.safeParse(parse(xml));
  if (!feed.success) return undefined;
  return (feed.data.feed.entry ?? []).flatMap(({ id, title, summary }) => {
    const arxivId = parseArxivId(id);
    if (arxivId === undefined) return [];
    return [{ id: arxivId.id, title: toText(title), abstract: toText(summary) }];
  });
};

const parse = (xml: string): unknown => {
  try {
    return createParser().parse(xml);
  } catch {
    return undefined;
  }
};

const toText = (escaped: string): string =>
  escaped
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, toCharacter)
    .replace(/\s+/g, " ")
    .trim();

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const toCharacter = (written: string, ...[decimal, hex, name]: readonly (string | undefined)[]): string => {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? written;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
};
