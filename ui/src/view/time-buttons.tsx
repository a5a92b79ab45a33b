import type { JSX } from "preact";
import { REPLAY_SPEEDS, type TimeReplay } from "../state/filters/time-replay.ts";
import { filtersWords } from "../words/filters-words.ts";
import { Icon } from "./icons.tsx";

export interface TimeButtonsProps {
  readonly replay: TimeReplay;
}

/** Previous release, play or pause, next release, and how fast. */
export const TimeButtons = ({ replay }: TimeButtonsProps): JSX.Element => {
  const words = filtersWords().time;
  const isPlaying = replay.isPlaying.value;
  const playWord = isPlaying ? words.pause : words.play;
  return (
    <div class="time-buttons">
      <button
        type="button"
        class="icon-button"
        aria-label={words.previous}
        title={words.previous}
        onClick={() => replay.step(-1)}
      >
        <Icon name="previous" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={playWord}
        title={playWord}
        onClick={replay.toggle}
      >
        <Icon name={isPlaying ? "pause" : "play"} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={words.next}
        title={words.next}
        onClick={() => replay.step(1)}
      >
        <Icon name="next" />
      </button>
      <select
        class="time-speed"
        aria-label={words.speed}
        title={words.speed}
        value={String(replay.speed.value)}
        onChange={({ currentTarget }) => {
          const chosen = REPLAY_SPEEDS.find((one) => String(one) === currentTarget.value);
          if (chosen !== undefined) replay.speed.value = chosen;
        }}
      >
        {REPLAY_SPEEDS.map((one) => (
          <option key={one} value={String(one)}>
            {words.speedOf(one)}
          </option>
        ))}
      </select>
    </div>
  );
};
