/** The terminal shows them too: the one place for both is schema/. */
export { findMixedWords, type MixedWord } from "../../../schema/look-alikes.ts";
