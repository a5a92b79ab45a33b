import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { readSwipe } from "../../state/review/read-swipe.ts";
import { perform } from "./perform.ts";
import { useReview } from "./review-context.ts";

const ACTIONS = { right: "accept", left: "reject", up: "skip" } as const;

/** Swipes over the claim decide; the document is not part of it, so that scrolling there decides nothing. */
export const useSwipe = (card: RefObject<HTMLElement | null>): void => {
  const store = useReview();
  useEffect(() => {
    const element = card.current?.querySelector<HTMLElement>(".review-claim");
    if (element === null || element === undefined) return undefined;
    let start: { readonly x: number; readonly y: number; readonly atMs: number } | undefined;
    const onStart = (event: TouchEvent): void => {
      const [touch] = event.touches;
      const isOne = event.touches.length === 1 && touch !== undefined;
      start = isOne ? { x: touch.clientX, y: touch.clientY, atMs: event.timeStamp } : undefined;
    };
    const onEnd = (event: TouchEvent): void => {
      const [touch] = event.changedTouches;
      if (start === undefined || touch === undefined) return;
      const way = readSwipe({
        right: touch.clientX - start.x,
        down: touch.clientY - start.y,
        lastedMs: event.timeStamp - start.atMs,
      });
      start = undefined;
      if (way !== undefined && store.mode.peek() === "plain") perform(store, ACTIONS[way]);
    };
    element.addEventListener("touchstart", onStart, { passive: true });
    element.addEventListener("touchend", onEnd, { passive: true });
    return () => {
      element.removeEventListener("touchstart", onStart);
      element.removeEventListener("touchend", onEnd);
    };
  }, [store]);
};
