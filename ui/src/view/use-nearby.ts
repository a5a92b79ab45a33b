import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** How far outside the view something counts as near: a screen or two. */
const MARGIN = "1200px 0px";

/** Which children of a scrolled column, by place, have been near the view, and the wanted one. */
export const useNearby = (
  column: RefObject<HTMLElement | null>,
  count: number,
  wanted: number,
): ReadonlySignal<ReadonlySet<number>> => {
  const nearby = useSignal<ReadonlySet<number>>(new Set([wanted]));
  useEffect(() => {
    if (column.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const places = entries
          .filter((entry) => entry.isIntersecting)
          .map(({ target }) => Number((target as HTMLElement).dataset["chunk"]));
        if (places.some((place) => !nearby.peek().has(place)))
          nearby.value = new Set([...nearby.peek(), ...places]);
      },
      { root: column.current, rootMargin: MARGIN },
    );
    for (const child of column.current.children) observer.observe(child);
    return () => observer.disconnect();
  }, [count]);
  return nearby;
};
