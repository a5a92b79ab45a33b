import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { createTimeReplay } from "../state/filters/time-replay.ts";
import { filtersWords } from "../words/filters-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { TimeButtons } from "./time-buttons.tsx";
import { TimeNotes } from "./time-notes.tsx";
import { TimeTrack } from "./time-track.tsx";
import { useFilters } from "./use-filters.ts";

export interface TimeSliderProps {
  readonly takesFocus: boolean;
}

/** Replays how the shown lineage grew: releases as bars, a handle on the shown day, play and steps. */
export const TimeSlider = ({ takesFocus }: TimeSliderProps): JSX.Element => {
  const { store } = useApp();
  const { filter } = useFilters();
  const words = filtersWords().time;
  const strip = useRef<HTMLElement>(null);
  const replay = useMemo(
    () =>
      createTimeReplay({
        placed: store.placed,
        navigation: store.navigation,
        after: afterDelay,
        now: store.now,
      }),
    [store],
  );
  useEffect(() => {
    if (takesFocus) {
      const handle = strip.current?.querySelector<HTMLElement>("[role=slider]");
      (handle ?? strip.current?.querySelector("button"))?.focus();
    }
    return replay.close;
  }, [replay]);
  const close = (): void => {
    filter({ asOf: undefined });
    document.getElementById("main")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // A button keeps the space that presses it.
    const isButton =
      event.target instanceof HTMLElement && event.target.closest("button, select, input") !== null;
    if (event.key === "Escape") close();
    else if (event.key === " " && !isButton) replay.toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section ref={strip} class="time-strip" aria-label={words.region} onKeyDown={onKeyDown}>
      <TimeButtons replay={replay} />
      {replay.bins.value.length > 0 ? (
        <TimeTrack replay={replay} />
      ) : (
        <p class="filter-note">{words.noDates}</p>
      )}
      <button type="button" class="icon-button" aria-label={words.close} title={words.close} onClick={close}>
        <Icon name="close" />
      </button>
      <TimeNotes replay={replay} />
    </section>
  );
};

const afterDelay = (delayMs: number, action: () => void): (() => void) => {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
};
