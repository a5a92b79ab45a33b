import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";

export interface RowWindow {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly first: number;
  /** One behind the last row that is drawn. */
  readonly end: number;
  /** Pixels of the rows that are not drawn, above and below. */
  readonly above: number;
  readonly below: number;
  /** Scrolls until the row is drawn and seen. */
  reveal(row: number): void;
}

/** Drawn beyond what is seen, so that a quick scroll does not show the gap. */
const SPARE_ROWS = 12;

/** Draws the rows that are seen, and no others: thousands of rows cost what forty do. */
export const useRowWindow = (rows: number, rowPx: number): RowWindow => {
  const box = useRef<HTMLDivElement>(null);
  const seen = useSignal({ top: 0, height: 800 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const read = (): void => {
      const { scrollTop: top, clientHeight: height } = element;
      const before = seen.peek();
      if (top !== before.top || height !== before.height) seen.value = { top, height };
    };
    read();
    element.addEventListener("scroll", read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", read);
      observer.disconnect();
    };
  }, []);
  const { top, height } = seen.value;
  const first = Math.max(0, Math.min(Math.floor(top / rowPx) - SPARE_ROWS, rows - 1));
  const end = Math.min(rows, Math.ceil((top + height) / rowPx) + SPARE_ROWS);
  return {
    box,
    first,
    end,
    above: first * rowPx,
    below: Math.max(0, rows - end) * rowPx,
    reveal: (row) => {
      const element = box.current;
      if (element === null) return;
      const head = element.querySelector("thead")?.getBoundingClientRect().height ?? 0;
      const [from, to] = [row * rowPx, (row + 1) * rowPx + head];
      if (from < element.scrollTop) element.scrollTop = from;
      else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight;
    },
  };
};
