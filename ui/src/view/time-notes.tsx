import type { JSX } from "preact";
import { creationDay } from "../state/creation-day.ts";
import { fromDayNumber, toDayNumber } from "../state/filters/lineage-columns.ts";
import type { TimeReplay } from "../state/filters/time-replay.ts";
import { filtersWords } from "../words/filters-words.ts";
import { useApp } from "./app-context.ts";
import { useFilters } from "./use-filters.ts";

export interface TimeNotesProps {
  readonly replay: TimeReplay;
}

/** The shown day, how much is there on it, and what is shown without being there. */
export const TimeNotes = ({ replay }: TimeNotesProps): JSX.Element => {
  const { store } = useApp();
  const { view, filter } = useFilters();
  const words = filtersWords().time;
  const undated = store.counts.value?.undated.shown ?? 0;
  const { hidesUndated } = view.filters;
  const day = replay.day.value;
  const there = store.shown.value?.nodes.length ?? 0;
  const all = store.placed.value?.nodes.length ?? 0;
  return (
    <div class="time-notes">
      <output class="time-day tabular">{day === replay.today ? words.today : fromDayNumber(day)}</output>
      <span class="tabular">{words.there(there, all)}</span>
      {undated > 0 && (
        <span>
          {hidesUndated ? words.undatedHidden(undated) : words.undatedShown(undated)}
          <button type="button" class="text-button" onClick={() => filter({ hidesUndated: !hidesUndated })}>
            {hidesUndated ? words.show : words.hide}
          </button>
        </span>
      )}
      <LaterTarget day={day} />
    </div>
  );
};

/** A target stays drawn before its own time: it is what the rest is looked at for. */
const LaterTarget = ({ day }: { readonly day: number }): JSX.Element | null => {
  const { store } = useApp();
  const root = store.placed.value?.nodes.find((node) => node.id === store.view.value.root);
  const born = root && creationDay(root);
  if (root === undefined || born === undefined || toDayNumber(born) <= day) return null;
  return <span>{filtersWords().time.targetLater(root.name, born)}</span>;
};
