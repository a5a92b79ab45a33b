import { boxBetween } from "../../explorer/datasets-in-box.ts";
import type { Bounds } from "../../explorer/layout.ts";

export interface BoxDrag {
  /** In pixels from the host's top left corner; undefined once the box is given up. */
  readonly onBox: (box: Bounds | undefined) => void;
  /** The button was let go over a box that was not given up. */
  readonly onEnd: (box: Bounds) => void;
}

/** A shorter move is a click whose hand was not still. */
const LEAST_PX = 5;

/** Follows the mouse from where it was pressed until it is let go, over the edge of the host too. Esc gives the box up. */
export const followBoxDrag = (host: HTMLElement, start: MouseEvent, { onBox, onEnd }: BoxDrag): void => {
  const { left, top } = host.getBoundingClientRect();
  const at = ({ clientX, clientY }: MouseEvent) => ({ x: clientX - left, y: clientY - top });
  let state: "press" | "box" | "given up" = "press";
  const ending = new AbortController();
  const giveUp = (): void => {
    if (state === "box") onBox(undefined);
    state = "given up";
  };
  const onMove = (event: MouseEvent): void => {
    const isFar = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) >= LEAST_PX;
    if (state === "press" && isFar) state = "box";
    if (state === "box") onBox(boxBetween(at(start), at(event)));
  };
  const onUp = (event: MouseEvent): void => {
    ending.abort();
    if (state === "press") return;
    swallowClick();
    if (state === "box") onEnd(boxBetween(at(start), at(event)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // The box is the innermost thing: nothing else closes.
    event.preventDefault();
    event.stopPropagation();
    giveUp();
  };
  const { signal } = ending;
  window.addEventListener("mousemove", onMove, { signal, capture: true });
  window.addEventListener("mouseup", onUp, { signal, capture: true });
  window.addEventListener("keydown", onKeyDown, { signal, capture: true });
  window.addEventListener("blur", giveUp, { signal });
};

const keepToItself = (event: MouseEvent): void => event.stopPropagation();

/** A browser ends a drag with a click, if it began and ended on one element: this one picks nothing. */
const swallowClick = (): void => {
  const ended = new AbortController();
  window.addEventListener("click", keepToItself, { signal: ended.signal, capture: true });
  setTimeout(() => ended.abort(), 0);
};
