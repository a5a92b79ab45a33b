import type { SavedQuery } from "../../../schema/cypher.ts";
import { wordsOf } from "./language.ts";

export interface SavedText {
  readonly title: string;
  readonly description: string;
}

/** Saved queries by name, where a translation is at hand; the service speaks English. */
export type SavedWords = ReadonlyMap<string, SavedText>;

const ENGLISH: SavedWords = new Map();

/** A saved query's title and description in the reader's language. */
export const savedWords = (query: SavedQuery): SavedText =>
  wordsOf("saved", ENGLISH).get(query.name) ?? query;
