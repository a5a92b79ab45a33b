import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { brushed, type Handles, moveByKey, moveHandle } from "../state/filters/range-scale.ts";
import type { Bin } from "../state/filters/value-counts.ts";
import { filtersWords } from "../words/filters-words.ts";
import { Histogram } from "./histogram.tsx";

export interface RangeSliderProps {
  readonly title: string;
  readonly bins: readonly Bin[];
  readonly handles: Handles;
  /** What the value at a place is called, for people who cannot see where the handle is. */
  readonly textAt: (which: keyof Handles) => string;
  /** `continues` while a drag goes on, so that it is one step back. */
  readonly onChange: (handles: Handles, continues: boolean) => void;
}

/** A histogram to brush over, with a handle at each end that the keyboard moves. */
export const RangeSlider = (props: RangeSliderProps): JSX.Element => {
  const { title, bins, handles, textAt, onChange } = props;
  const track = useRef<HTMLDivElement>(null);
  const drag = useDrag({ ...props, track });
  const shown = drag.draft.value ?? handles;
  return (
    <div
      ref={track}
      class="range"
      title={filtersWords().brush}
      onPointerDown={drag.start}
      onPointerMove={drag.move}
      onPointerUp={drag.end}
      onPointerCancel={drag.end}
    >
      <Histogram bins={bins} chosen={shown} />
      {(["low", "high"] as const).map((which) => (
        <span
          key={which}
          class="range-handle"
          role="slider"
          tabIndex={0}
          aria-label={which === "low" ? filtersWords().lowest(title) : filtersWords().highest(title)}
          aria-valuemin={0}
          aria-valuemax={bins.length}
          aria-valuenow={shown[which]}
          aria-valuetext={textAt(which)}
          data-handle={which}
          style={{ left: `${(shown[which] / Math.max(1, bins.length)) * 100}%` }}
          onKeyDown={(event) => {
            const place = moveByKey(event.key, handles[which], bins.length);
            if (place === undefined) return;
            event.preventDefault();
            event.stopPropagation();
            onChange(moveHandle(handles, which, place), event.repeat);
          }}
        />
      ))}
    </div>
  );
};

interface Dragging extends RangeSliderProps {
  readonly track: { readonly current: HTMLDivElement | null };
}

/** A drag that begins on a handle moves it; one that begins between the bars chooses those that it passes. */
const useDrag = ({ bins, handles, onChange, track }: Dragging) => {
  const draft = useSignal<Handles | undefined>(undefined);
  const begin = useRef<{ readonly place: number; readonly handle: keyof Handles | undefined }>(undefined);
  const hasMoved = useRef(false);
  const placeOf = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    return box === undefined ? 0 : ((event.clientX - box.left) / Math.max(1, box.width)) * bins.length;
  };
  const change = (next: Handles): void => {
    draft.value = next;
    onChange(next, hasMoved.current);
    hasMoved.current = true;
  };
  return {
    draft,
    start: (event: PointerEvent): void => {
      if (event.button !== 0 || bins.length === 0) return;
      const handle = event.target instanceof HTMLElement ? event.target.dataset["handle"] : undefined;
      begin.current = {
        place: placeOf(event),
        handle: handle === "low" || handle === "high" ? handle : undefined,
      };
      hasMoved.current = false;
      track.current?.setPointerCapture(event.pointerId);
    },
    move: (event: PointerEvent): void => {
      const from = begin.current;
      if (from === undefined) return;
      const place = placeOf(event);
      const next =
        from.handle === undefined
          ? brushed(from.place, place, bins.length)
          : moveHandle(
              draft.peek() ?? handles,
              from.handle,
              Math.max(0, Math.min(bins.length, Math.round(place))),
            );
      const last = draft.peek() ?? handles;
      if (next.low !== last.low || next.high !== last.high) change(next);
    },
    end: (event: PointerEvent): void => {
      const from = begin.current;
      // A press without a drag chooses the bar under it.
      if (
        from !== undefined &&
        from.handle === undefined &&
        !hasMoved.current &&
        event.type === "pointerup"
      ) {
        change(brushed(from.place, from.place, bins.length));
      }
      begin.current = undefined;
      draft.value = undefined;
    },
  };
};
