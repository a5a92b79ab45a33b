import type { Mention } from "../candidates/mention.ts";
import type { DocumentView } from "../document-view.ts";

/** What a source's mentions in one document are together. */
export interface MentionGroup {
  readonly mentions: readonly Mention[];
  readonly hubId?: string;
}

/** Features of the block, the place and the other mentions of the same name. */
export const placeFeatures = (view: DocumentView, mention: Mention): readonly string[] => {
  const block = view.structure.blocks[mention.block];
  const features = [
    `origin:${mention.origin}`,
    `link:${mention.targetKind}`,
    `in:${block?.kind ?? "front-matter"}`,
  ];
  const length = Math.max(1, view.text.length - view.structure.bodyStart);
  const place = (mention.start - view.structure.bodyStart) / length;
  if (mention.start - view.structure.bodyStart < 400) features.push("place:lead");
  if (place < 0.25) features.push("place:early");
  if (place > 0.75) features.push("place:late");
  if (block !== undefined && block.section.length === 0) features.push("place:no-section");
  if (block?.kind === "heading" && block.level === 1) features.push("place:title");
  return features;
};

export const groupFeatures = (view: DocumentView, group: MentionGroup): readonly string[] => {
  const { mentions } = group;
  const features: string[] = [];
  const places = new Set(mentions.map((mention) => mention.unit.start)).size;
  features.push(
    places === 1 ? "times:1" : places === 2 ? "times:2" : places <= 5 ? "times:few" : "times:many",
  );
  const kinds = new Set(mentions.map((mention) => mention.targetKind));
  for (const kind of kinds) if (kind !== "none") features.push(`linked:${kind}`);
  const blockKinds = new Set(
    mentions.map((mention) => view.structure.blocks[mention.block]?.kind ?? "front-matter"),
  );
  for (const kind of ["heading", "bibtex", "code", "front-matter", "table-row"] as const) {
    if (blockKinds.has(kind)) features.push(`also-in:${kind}`);
  }
  return features;
};

/** How much of a document is read for what it says of itself, and how much is its lead. */
const MAX_READ = 60_000;
const LEAD = 700;
const COPY =
  /\b(?:re-?upload(?:ed)?|mirror(?:ed)?|cop(?:y|ied)|clone[d]?|duplicate|fork(?:ed)?|port(?:ed)?|converted|un-?official|wrapper|hosted here)\b/i;

const atLeast = (count: number, name: string): readonly string[] =>
  [1, 3, 8].filter((limit) => count >= limit).map((limit) => `${name}:${limit}`);

/** Features that all mentions of a document share. */
export const documentFeatures = (view: DocumentView, groups: readonly MentionGroup[]): readonly string[] => {
  const length = view.text.length - view.structure.bodyStart;
  const hubIds = groups.filter(
    (group) => group.hubId !== undefined && group.hubId !== view.input.target,
  ).length;
  const features = [`document:${view.input.kind}`];
  if (length < 800) features.push("document:short");
  if (length > 6000) features.push("document:long");
  features.push(...atLeast(hubIds, "document:hub-ids"));
  const body = view.visible.slice(view.structure.bodyStart, view.structure.bodyStart + MAX_READ);
  const firstPerson = body.match(/\b(?:we|our|us)\b|我们/gi)?.length ?? 0;
  features.push(
    firstPerson === 0
      ? "document:impersonal"
      : firstPerson > 4
        ? "document:first-person"
        : "document:some-we",
  );
  if (COPY.test(body.slice(0, LEAD))) features.push("document:says-copy");
  if (/more information needed/i.test(body)) features.push("document:template");
  if (groups.length <= 8) features.push("document:few-names");
  if (groups.length >= 80) features.push("document:many-names");
  const yaml = view.structure.frontMatter?.lines ?? [];
  const sourceLines = yaml.filter((line) => line.path[0] === "source_datasets" && line.value !== undefined);
  if (sourceLines.some((line) => line.value?.startsWith("original"))) features.push("document:says-original");
  if (sourceLines.some((line) => line.value?.startsWith("extended"))) features.push("document:says-extended");
  return features;
};
