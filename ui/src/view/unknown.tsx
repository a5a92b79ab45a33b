import type { JSX } from "preact";
import { vocabularyWords } from "../words/vocabulary-words.ts";

/** What nobody knows is called so: never 0, never an empty place. */
export const Unknown = (): JSX.Element => <span class="unknown">{vocabularyWords().unknown}</span>;
