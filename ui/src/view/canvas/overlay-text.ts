import type { LabelWish } from "../../explorer/label-placement.ts";
import type { PaletteRole } from "../../explorer/palette.ts";

/** A text of the overlay before it is measured and has a place. */
export interface OverlayText extends Omit<LabelWish, "width"> {
  readonly text: string;
  /** Weight and size, as in a CSS font. */
  readonly font: string;
  readonly color: PaletteRole;
}

export const FONT = '"Inter Variable", system-ui, sans-serif';

const ROUNDING_PX = 0.5;

/** The longest beginning of a text that fits with an ellipsis; the whole text when it fits as it is. */
export const shorten = (text: string, width: number, measure: (part: string) => number): string => {
  if (measure(text) <= width + ROUNDING_PX) return text;
  let length = Math.max(1, Math.floor((text.length * width) / measure(text)));
  while (length > 1 && measure(`${text.slice(0, length)}…`) > width) length -= 1;
  return `${text.slice(0, length)}…`;
};
