import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { type RowWindow, scrollTo, windowOf } from "../state/table/window-of.ts";

/** Height of a row in pixels: what is in it must be a target of 32, or 44 for a finger. */
const ROW_HEIGHT = 36;
const TOUCH_ROW_HEIGHT = 48;
const HEAD_HEIGHT = 36;

export interface RowScroll extends RowWindow {
  readonly rowHeight: number;
  /** Brings a row into sight. */
  reveal(row: number): void;
}

/** Follows how far a scrolling box is scrolled, so that a long table holds only the rows that can be seen. */
export const useRowWindow = (box: RefObject<HTMLElement | null>, count: number): RowScroll => {
  const rowHeight = useMemo(
    () => (matchMedia("(pointer: coarse)").matches ? TOUCH_ROW_HEIGHT : ROW_HEIGHT),
    [],
  );
  const sight = useSignal({ scrollTop: 0, height: 400 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => {
      const { scrollTop, clientHeight } = element;
      const known = sight.peek();
      // A scroll within the rows that are there changes nothing.
      const isSame =
        known.height === clientHeight &&
        Math.floor(known.scrollTop / rowHeight) === Math.floor(scrollTop / rowHeight);
      if (!isSame) sight.value = { scrollTop, height: clientHeight };
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [box, rowHeight, sight]);
  return {
    ...windowOf({ count, rowHeight, ...sight.value }),
    rowHeight,
    reveal: (row) => {
      const element = box.current;
      if (element === null) return;
      const { scrollTop, clientHeight: height } = element;
      element.scrollTop = scrollTo(row, { rowHeight, scrollTop, height }, HEAD_HEIGHT);
    },
  };
};
