import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { fromDayNumber } from "../state/filters/lineage-columns.ts";
import { moveByKey } from "../state/filters/range-scale.ts";
import type { TimeReplay } from "../state/filters/time-replay.ts";
import { filtersWords } from "../words/filters-words.ts";
import { Histogram } from "./histogram.tsx";

export interface TimeTrackProps {
  readonly replay: TimeReplay;
}

/** Releases over time, with a handle on the shown day. Arrows go from release to release, Page keys by bars. */
export const TimeTrack = ({ replay }: TimeTrackProps): JSX.Element => {
  const track = useRef<HTMLDivElement>(null);
  const drag = useDrag(replay, track);
  const bins = replay.bins.value;
  const { today } = replay;
  const day = replay.day.value;
  const dayText = day === today ? filtersWords().time.today : fromDayNumber(day);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowRight" || event.key === "ArrowUp") replay.step(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowDown") replay.step(-1);
    else {
      const place = moveByKey(event.key, replay.place.value, bins.length);
      if (place === undefined) return;
      replay.goTo(place, false);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={track}
      class="range"
      onPointerDown={drag.start}
      onPointerMove={drag.move}
      onPointerUp={drag.end}
      onPointerCancel={drag.end}
    >
      <Histogram bins={bins} chosen={{ low: 0, high: replay.place.value }} />
      <span
        class="range-handle"
        role="slider"
        tabIndex={0}
        aria-label={filtersWords().time.day}
        aria-valuemin={bins[0]?.from ?? day}
        aria-valuemax={today}
        aria-valuenow={day}
        aria-valuetext={dayText}
        style={{ left: `${(replay.place.value / Math.max(1, bins.length)) * 100}%` }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
};

const useDrag = (replay: TimeReplay, track: { readonly current: HTMLDivElement | null }) => {
  const isDragging = useRef(false);
  const goTo = (event: PointerEvent, continues: boolean): void => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined) return;
    const part = Math.max(0, Math.min(1, (event.clientX - box.left) / Math.max(1, box.width)));
    replay.goTo(part * replay.bins.peek().length, continues);
  };
  return {
    start: (event: PointerEvent): void => {
      if (event.button !== 0) return;
      isDragging.current = true;
      track.current?.setPointerCapture(event.pointerId);
      goTo(event, false);
    },
    move: (event: PointerEvent): void => {
      if (isDragging.current) goTo(event, true);
    },
    end: (): void => {
      isDragging.current = false;
    },
  };
};
