import type { GraphRow } from "../../state/whole-graph/graph-rows.ts";
import { readableId } from "../../state/name-of-id.ts";
import { graphWords } from "../../words/graph-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import type { GroupDomain } from "../../../../schema/graph-group.ts";

/** What a row is called on the page. */
export const nameOfRow = (row: GraphRow): string => {
  if (row.row === "dataset") return readableId(row.id);
  const { kind, name, owners } = row.group;
  if (kind === "rest") return graphWords().rest(owners);
  return kind === "domain" ? vocabularyWords().domain[name as GroupDomain] : nameOfOwner(name);
};

/** As `ownerOf` names one; the ones that are no owner have words. */
export const nameOfOwner = (owner: string): string => {
  const words = graphWords();
  if (owner === "paper:") return words.papers;
  if (owner === "name:") return words.names;
  return owner === "huggingface:" ? words.withoutOwner : owner;
};
