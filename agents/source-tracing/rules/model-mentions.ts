import type { Block, DocumentStructure, Link, TextSpan } from "../../document/document-structure.ts";
import { findModelNames, type ModelName } from "./model-names.ts";
import { firstSpanAfter } from "./model-span-search.ts";

/** A model's name in a document with the words around it. Texts are plain: links are their anchors, other models are `¤`. */
export interface ModelMention extends ModelName {
  readonly block: Block;
  /** The sentence, table row, list item or line of code that holds the name. */
  readonly unit: TextSpan;
  /** Words of the unit before the name, at most WINDOW characters. */
  readonly left: string;
  readonly right: string;
  /** What introduces the list or table, or the sentence before. */
  readonly leadIn: string;
  /** Headings above, outermost first. */
  readonly section: string;
  /** The same without the document's title, which often names what a benchmark is for. */
  readonly subsection: string;
  /** Header of the table column that the name stands in. */
  readonly column: string;
  /** Cells of the row that hold little else than a number. */
  readonly numericCells: number;
  /** Whether the unit links a dataset on the Hub: then it may describe that one, not the target. */
  readonly linksDataset: boolean;
  /** Other models named in the same unit. */
  readonly companions: number;
  readonly link?: string;
}

const WINDOW = 280;
/** Markup is dropped from the windows, so more raw text than WINDOW is read. */
const RAW_WINDOW = 700;
const MAX_LEAD_IN = 240;
const MAX_MENTIONS = 1500;
const MAX_MENTIONS_OF_NAME = 30;
const HUB_MODEL =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!(?:datasets|spaces|papers|blog|docs|collections|models|tasks|join|learn|posts|chat|settings|organizations|metrics|login|api|resources|pricing|new|transformers|course)\b)([\w.-]{1,96}\/[\w.-]{1,96})\/?(?:[?#]|$|tree\/main\/?$)/i;

const HUB_DATASET = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\//i;

/** `owner/name` when the address is a model's page on the Hub. */
export const hubModelOf = (url: string): string | undefined => HUB_MODEL.exec(url)?.[1];

interface Replacement extends TextSpan {
  readonly text: string;
}

interface Page {
  readonly structure: DocumentStructure;
  /** In order and apart from each other. */
  readonly replacements: readonly Replacement[];
}

const tidy = (text: string): string =>
  text
    .replace(/<[^<>]{0,200}>/g, " ")
    .replace(/[*`]+|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])/g, "")
    .replace(/\s+/g, " ");

const plainText = (page: Page, start: number, end: number): string => {
  const { text } = page.structure;
  let plain = "";
  let at = start;
  for (let index = firstSpanAfter(page.replacements, start); at < end; index += 1) {
    const next = page.replacements[index];
    if (next === undefined || next.start >= end) break;
    plain += text.slice(at, Math.max(at, next.start)) + next.text;
    at = Math.max(at, next.end);
  }
  return tidy(plain + (at < end ? text.slice(at, end) : ""));
};

const linkReplacements = (links: readonly Link[]): Replacement[] => {
  const replacements: Replacement[] = [];
  let done = -1;
  for (const link of links) {
    if (link.start < done) continue;
    done = link.end;
    const isHidden = link.form === "image" || link.form === "bare";
    const anchorStart = isHidden ? link.end : link.anchorStart;
    if (link.start < anchorStart) replacements.push({ start: link.start, end: anchorStart, text: "" });
    if (!isHidden && link.anchorEnd < link.end)
      replacements.push({ start: link.anchorEnd, end: link.end, text: "" });
  }
  return replacements;
};

const linkedNames = (links: readonly Link[], names: readonly ModelName[]): ModelName[] =>
  links.flatMap((link) => {
    const hubId = hubModelOf(link.url);
    if (hubId === undefined || link.form === "image") return [];
    const index = firstSpanAfter(names, link.anchorStart);
    const inside = names[index];
    if (link.form !== "bare" && inside !== undefined && inside.start < link.anchorEnd) return [];
    if (
      !/[A-Z\d]|\w[-/]\w/.test(link.text) ||
      link.text.length > 60 ||
      /^(?:here|link|model|hf link|huggingface|hugging face|this|🤗.*)$/i.test(link.text)
    )
      return [];
    const name = link.form === "bare" ? hubId : link.text.replace(/^[*`_\s]+|[*`_\s]+$/g, "");
    const found = link.text.lastIndexOf(name);
    if (found < 0) return [];
    const start = link.anchorStart + found;
    return [{ name, start, end: start + name.length, hubId, isDerived: false }];
  });

const namesOf = (structure: DocumentStructure): readonly ModelName[] => {
  const masks = linkReplacements(structure.links);
  const shown = structure.blocks.flatMap((block) => {
    if (block.kind === "bibtex" || block.kind === "comment" || block.kind === "rule") return [];
    const { start, end } = block.content;
    return findModelNames(structure.text.slice(start, end))
      .map((name) => ({ ...name, start: name.start + start, end: name.end + start }))
      .filter((name) => {
        const mask = masks[firstSpanAfter(masks, name.start)];
        return mask === undefined || mask.start >= name.end;
      });
  });
  const names = [...shown, ...linkedNames(structure.links, shown)].toSorted((a, b) => a.start - b.start);
  const seen = new Map<string, number>();
  return names
    .filter((name) => {
      const count = seen.get(name.name) ?? 0;
      seen.set(name.name, count + 1);
      return count < MAX_MENTIONS_OF_NAME;
    })
    .slice(0, MAX_MENTIONS);
};

const lineAround = (text: string, name: TextSpan, within: TextSpan): TextSpan => {
  const start = Math.max(text.lastIndexOf("\n", name.start - 1) + 1, within.start);
  const lineEnd = text.indexOf("\n", name.end);
  return { start, end: Math.min(lineEnd === -1 ? text.length : lineEnd, within.end) };
};

const unitOf = (structure: DocumentStructure, block: Block, name: ModelName): TextSpan => {
  if (block.kind === "code") return lineAround(structure.text, name, block);
  const sentence = structure.sentences[firstSpanAfter(structure.sentences, name.start)];
  if (sentence === undefined || sentence.start > name.start || sentence.end < name.end) return block;
  return sentence;
};

const INTRODUCTION: readonly Block["kind"][] = ["paragraph", "quote", "list-item"];

/** The text that leads to a block: for items and rows what stands before the group, for a sentence the one before it. */
const leadInOf = (page: Page, at: { readonly index: number; readonly unit: TextSpan }): string => {
  const { blocks } = page.structure;
  const block = blocks[at.index];
  if (block === undefined) return "";
  if (block.kind !== "list-item" && block.kind !== "table-row") {
    return plainText(page, Math.max(block.content.start, at.unit.start - MAX_LEAD_IN), at.unit.start);
  }
  let index = at.index - 1;
  let parent = "";
  for (
    let steps = 0;
    steps < 60 && index >= 0 && blocks[index]?.group === block.group;
    steps += 1, index -= 1
  ) {
    const above = blocks[index];
    if (parent === "" && above !== undefined && above.level < block.level) {
      parent = plainText(
        page,
        above.content.start,
        Math.min(above.content.end, above.content.start + MAX_LEAD_IN),
      );
    }
  }
  const before = blocks[index];
  if (before === undefined || !INTRODUCTION.includes(before.kind)) return parent;
  return `${plainText(page, Math.max(before.content.start, before.content.end - MAX_LEAD_IN), before.content.end)} ${parent}`;
};

/** Rows with more cells are not read to their end. */
const MAX_CELLS = 60;

const columnOf = (block: Block, offset: number): string => {
  const index = firstSpanAfter(block.cells, offset);
  return (block.cells[index]?.start ?? Infinity) <= offset ? (block.header[index] ?? "") : "";
};

const countNumeric = (text: string, block: Block): number =>
  block.cells
    .slice(0, MAX_CELLS)
    .filter((cell) =>
      /^[*~<>≈+-]*\d[\d.,]*\s*[%*†]*$/.test(
        text.slice(cell.start, cell.start + 30 < cell.end ? cell.start + 30 : cell.end),
      ),
    ).length;

const linkAround = (links: readonly Link[], name: TextSpan): Link | undefined => {
  const link = links[firstSpanAfter(links, name.start)];
  return link !== undefined && link.start <= name.start && name.end <= link.end ? link : undefined;
};

/** The document's first heading, as the sections name it; empty when there is none. */
export const titleOf = ({ text, blocks }: DocumentStructure): string => {
  const heading = blocks.find(({ kind }) => kind === "heading");
  return heading === undefined ? "" : text.slice(heading.content.start, heading.content.end).slice(0, 200);
};

const MAX_LINKS = 20;

/** Whether a unit links a dataset on the Hub, in the first links from where the window of the name begins. */
const linksDataset = (links: readonly Link[], unit: TextSpan, name: TextSpan): boolean => {
  const first = firstSpanAfter(links, Math.max(unit.start, name.start - RAW_WINDOW));
  return links
    .slice(first, first + MAX_LINKS)
    .some(({ start, url }) => start < unit.end && HUB_DATASET.test(url));
};

/** Finds every mention of a model in the blocks that a reader sees, with its context; time linear in the text. */
export const findModelMentions = (structure: DocumentStructure): readonly ModelMention[] => {
  const names = namesOf(structure);
  const replacements = [
    ...linkReplacements(structure.links),
    ...names.map(({ start, end }) => ({ start, end, text: "¤" })),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const page: Page = { structure, replacements };
  const title = titleOf(structure);
  const blockOf = (name: ModelName): number => firstSpanAfter(structure.blocks, name.start);
  return names.flatMap((name) => {
    const index = blockOf(name);
    const block = structure.blocks[index];
    if (block === undefined || block.start > name.start) return [];
    const unit = unitOf(structure, block, name);
    const left = plainText(page, Math.max(unit.start, name.start - RAW_WINDOW), name.start);
    const right = plainText(page, name.end, Math.min(unit.end, name.end + RAW_WINDOW));
    const link = linkAround(structure.links, name);
    if (link !== undefined && HUB_DATASET.test(link.url)) return [];
    const hubId = name.hubId ?? (link === undefined ? undefined : hubModelOf(link.url));
    return [
      {
        ...name,
        block,
        unit,
        left: left.slice(-WINDOW),
        right: right.slice(0, WINDOW),
        leadIn: leadInOf(page, { index, unit }).slice(-2 * MAX_LEAD_IN),
        section: block.section.join(" > "),
        subsection: block.section.filter((heading) => heading !== title).join(" > "),
        linksDataset: linksDataset(structure.links, unit, name),
        column: columnOf(block, name.start),
        numericCells: countNumeric(structure.text, block),
        companions: `${left}${right}`.split("¤").length - 1,
        ...(hubId === undefined ? {} : { hubId }),
        ...(link === undefined ? {} : { link: link.url }),
      },
    ];
  });
};
