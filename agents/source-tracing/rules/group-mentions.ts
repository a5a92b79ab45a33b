import type { Mention } from "./candidates/mention.ts";
import type { DocumentView } from "./document-view.ts";

/** All mentions of one candidate source. */
export interface Candidate {
  readonly mentions: readonly Mention[];
  /** Indices of the mentions in the list that was grouped. */
  readonly indices: readonly number[];
  /** Hub id that the document gives for it by link or by spelling it out. */
  readonly hubId?: string;
}

/**
 * Joins mentions of the same thing: those with the same Hub id, and those without an id whose name is that id's name,
 * a name that a link gives it, or each other's. The target's own id takes no names: what is called like the target may
 * be what it was copied from.
 */
export const groupMentions = (view: DocumentView, mentions: readonly Mention[]): readonly Candidate[] => {
  const self = view.input.target.toLowerCase();
  const idByName = new Map<string, string>();
  for (const mention of mentions) {
    if (mention.hubId === undefined || mention.hubId.toLowerCase() === self) continue;
    for (const key of [view.keyOf(mention.hubId), view.keyOf(mention.name)]) {
      if (key !== "" && !idByName.has(key)) idByName.set(key, mention.hubId.toLowerCase());
    }
  }
  const groups = new Map<string, { indices: number[]; hubId?: string }>();
  mentions.forEach((mention, index) => {
    const nameKey = view.keyOf(mention.name);
    if (nameKey === "" && mention.hubId === undefined) return;
    const id = mention.hubId?.toLowerCase() ?? idByName.get(nameKey);
    const key = id === undefined ? `name ${nameKey}` : `id ${id}`;
    const group = groups.get(key) ?? { indices: [] };
    group.indices.push(index);
    if (mention.hubId !== undefined) group.hubId ??= mention.hubId;
    groups.set(key, group);
  });
  return [...groups.values()].map(({ indices, hubId }) => ({
    indices,
    mentions: indices.flatMap((index) => mentions[index] ?? []),
    ...(hubId !== undefined && { hubId }),
  }));
};
