/** The terminal shows them too: the one place for both is schema/. */
export { countHidden, markHidden, type TextPiece } from "../../../schema/hidden-characters.ts";
