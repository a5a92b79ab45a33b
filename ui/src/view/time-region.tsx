import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { filtersWords } from "../words/filters-words.ts";
import { useApp } from "./app-context.ts";
import { useLoaded } from "./use-loaded.ts";

/** The strip of time under the canvas, fetched when it is first wanted. */
export const TimeRegion = (): JSX.Element | null => {
  const { store } = useApp();
  const isOpen = store.view.value.filters.asOf !== undefined;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    wasOpen.current = isOpen;
  }, [isOpen]);
  // Whoever opens it goes on in it; whoever comes by a link begins at the top of the page.
  return isOpen ? <Strip takesFocus={!wasOpen.current} /> : null;
};

const Strip = ({ takesFocus }: { readonly takesFocus: boolean }): JSX.Element => {
  const strip = useLoaded(loadStrip);
  const took = useRef(takesFocus);
  switch (strip.state) {
    case "ready":
      return <strip.part takesFocus={took.current} />;
    case "failed":
      return <p class="time-strip">{filtersWords().time.loadFailed}</p>;
    default:
      return <section class="time-strip" aria-busy="true" aria-label={filtersWords().time.region} />;
  }
};

const loadStrip = async () => (await import("./time-slider.tsx")).TimeSlider;
