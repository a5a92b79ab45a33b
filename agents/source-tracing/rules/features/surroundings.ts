import type { Mention } from "../candidates/mention.ts";
import type { TextSpan } from "../../../document/document-structure.ts";
import type { DocumentView } from "../document-view.ts";
import { sentenceAt } from "../document-view.ts";
import { findCues } from "./find-cues.ts";
import type { CueHit } from "./find-cues.ts";
import { sectionKindsOf } from "./section-kinds.ts";
import type { SectionKind } from "./section-kinds.ts";

/** What stands around a mention. All lists may be empty. */
export interface Surroundings {
  /** Where the enumeration that the mention is part of starts; the mention's own start outside of one. */
  readonly head: number;
  /** Range that is read around it: the unit, or its own cell of a table. */
  readonly from: number;
  readonly to: number;
  /** Number of names enumerated together with it, itself included. */
  readonly enumerated: number;
  /** Cues of the unit. */
  readonly cues: readonly CueHit[];
  /** Cues of the sentence that introduces the list or table, or of the sentence before. */
  readonly intro: readonly CueHit[];
  readonly previous: readonly CueHit[];
  readonly nearestSection: readonly SectionKind[];
  readonly sections: readonly SectionKind[];
  /** Number of items or rows in the same list or table. */
  readonly groupSize: number;
  /** Kinds of the header of the mention's own column. */
  readonly column: readonly SectionKind[];
  readonly columnIndex: number;
}

const NONE: readonly never[] = [];
/** Between two names of one enumeration: commas, "and", a remark in parentheses, a citation mark. */
const ENUMERATION =
  /^(?:\s|[,、，;/+&*|"'”`)]|\band\b|\bor\b|\bas well as\b|\bplus\b|\bthe\b|和|与|及|以及|\[[\d,\s-]{1,12}\]|\([^()]{0,80}\))*$/iu;
const MAX_GAP = 110;

/** Reads surroundings block by block; what belongs to a block or a list is read once. */
export const createSurroundings = (view: DocumentView, mentions: readonly Mention[]) => {
  const cuesOfBlock = memo((block: number) => readBlockCues(view, block));
  const sectionsOf = memo((heading: string) => sectionKindsOf(heading));
  const groups = groupStarts(view);
  const heads = enumerationHeads(view, mentions);

  const first = view.structure.blocks.find((block) => block.kind === "heading");
  // The title names the document and opens no section.
  const title =
    first === undefined ? "" : view.text.slice(first.content.start, first.content.end).slice(0, 200);

  const sectionLists = (block: number): readonly (readonly SectionKind[])[] => {
    const found = view.structure.blocks[block];
    if (found === undefined) return NONE;
    const own =
      found.kind === "heading"
        ? [view.text.slice(found.content.start, found.content.end).slice(0, 200)]
        : NONE;
    return [...found.section, ...own]
      .filter((heading) => heading !== title)
      .map((heading) => sectionsOf(heading));
  };

  return (mention: Mention, index: number): Surroundings => {
    const block = view.structure.blocks[mention.block];
    const group = groups.get(block?.group ?? -1);
    const lists = sectionLists(mention.block);
    const column =
      block?.cells.findIndex((cell) => cell.start <= mention.start && mention.end <= cell.end) ?? -1;
    const cell = block?.cells[column];
    const from = Math.max(mention.unit.start, cell?.start ?? 0);
    const to = Math.min(mention.unit.end, cell?.end ?? mention.unit.end);
    const inUnit = cuesWithin(cuesOfBlock(mention.block), from, to).filter(
      (cue) => !isInside(cue, mention.outer),
    );
    const head = heads[index] ?? { start: mention.outer.start, count: 1 };
    return {
      head: Math.max(head.start, Math.min(from, mention.outer.start)),
      from,
      to,
      enumerated: head.count,
      cues: inUnit,
      intro: group === undefined ? NONE : introCues(view, group.first, cuesOfBlock),
      previous: previousCues(view, mention, cuesOfBlock),
      nearestSection: lists.at(-1) ?? NONE,
      sections: lists.flat(),
      groupSize: group?.size ?? 1,
      column: column === -1 ? NONE : sectionsOf(block?.header[column] ?? ""),
      columnIndex: column,
    };
  };
};

const memo = <Key, Value>(read: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = read(key);
    known.set(key, value);
    return value;
  };
};

/** The cues of a block that lie in a range; they are in order of their start. */
const cuesWithin = (cues: readonly CueHit[], from: number, to: number): readonly CueHit[] => {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const within: CueHit[] = [];
  for (let at = low; at < cues.length; at += 1) {
    const cue = cues[at];
    if (cue === undefined || cue.start >= to) break;
    if (cue.end <= to) within.push(cue);
  }
  return within;
};

const isInside = (cue: CueHit, span: TextSpan): boolean => cue.start >= span.start && cue.end <= span.end;

const readBlockCues = (view: DocumentView, index: number): readonly CueHit[] => {
  const block = view.structure.blocks[index];
  if (block === undefined || block.kind === "bibtex") return NONE;
  return findCues(view.visible.slice(block.start, block.end), block.start);
};

interface Group {
  readonly first: number;
  readonly size: number;
}

/** The first block and the number of blocks of every list and table. */
const groupStarts = (view: DocumentView): ReadonlyMap<number, Group> => {
  const groups = new Map<number, Group>();
  view.structure.blocks.forEach((block, index) => {
    if (block.kind !== "list-item" && block.kind !== "table-row" && block.kind !== "table-header") return;
    const known = groups.get(block.group);
    groups.set(
      block.group,
      known === undefined ? { first: index, size: 1 } : { ...known, size: known.size + 1 },
    );
  });
  return groups;
};

type CuesOf = (block: number) => readonly CueHit[];

/** Cues of the last sentence before a list or table, unless a heading stands between. */
const introCues = (view: DocumentView, first: number, cuesOf: CuesOf): readonly CueHit[] => {
  for (let index = first - 1; index >= Math.max(0, first - 2); index -= 1) {
    const block = view.structure.blocks[index];
    if (block === undefined || block.kind === "heading") return NONE;
    if (block.kind !== "paragraph" && block.kind !== "quote") continue;
    const sentence = sentenceAt(view, index, block.end);
    const start = sentence?.start ?? block.start;
    return cuesOf(index).filter((cue) => cue.start >= start);
  }
  return NONE;
};

const previousCues = (view: DocumentView, mention: Mention, cuesOf: CuesOf): readonly CueHit[] => {
  const block = view.structure.blocks[mention.block];
  if (block === undefined || mention.unit.start <= block.content.start) return NONE;
  const before = sentenceAt(view, mention.block, mention.unit.start - 1);
  // A unit cut out of a long sentence has no sentence before it.
  if (before === undefined || before.end > mention.unit.start) return NONE;
  return cuesWithin(cuesOf(mention.block), before.start, before.end);
};

interface Head {
  readonly start: number;
  readonly count: number;
}

/** For each mention the start of its enumeration; mentions are in order of their start. */
const enumerationHeads = (view: DocumentView, mentions: readonly Mention[]): readonly Head[] => {
  const chains: { start: number; end: number; unit: number; members: number }[] = [];
  const chainOf = mentions.map(({ outer, unit, block }) => {
    const last = chains.at(-1);
    const isSameUnit = last !== undefined && last.unit === unit.start && block !== -1;
    if (last !== undefined && isSameUnit && outer.start < last.end) {
      last.end = Math.max(last.end, outer.end);
      return last;
    }
    if (last !== undefined && isSameUnit && outer.start - last.end <= MAX_GAP) {
      if (ENUMERATION.test(view.visible.slice(last.end, outer.start))) {
        last.end = Math.max(last.end, outer.end);
        last.members += 1;
        return last;
      }
    }
    const chain = { start: outer.start, end: outer.end, unit: unit.start, members: 1 };
    chains.push(chain);
    return chain;
  });
  return chainOf.map((chain) => ({ start: chain.start, count: chain.members }));
};
