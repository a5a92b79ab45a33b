import type { JSX } from "preact";
import { Icon } from "./icons.tsx";

export interface QuoteJumperProps {
  /** Of the current quote; -1 when none is current. */
  readonly index: number;
  readonly count: number;
  readonly onGo: (index: number) => void;
}

export const QuoteJumper = ({ index, count, onGo }: QuoteJumperProps): JSX.Element => (
  <div class="quote-jumper" role="group" aria-label="Quotes">
    <span class="tabular">
      {index < 0 ? `${count} ${count === 1 ? "quote" : "quotes"}` : `Quote ${index + 1} of ${count}`}
    </span>
    <button
      type="button"
      class="icon-button small"
      title="Previous quote (p)"
      aria-label="Previous quote"
      data-jump="previous"
      disabled={count < 2}
      onClick={() => onGo(Math.max(index, 0) - 1)}
    >
      <Icon name="up" />
    </button>
    <button
      type="button"
      class="icon-button small"
      title="Next quote (n)"
      aria-label="Next quote"
      data-jump="next"
      disabled={count < 2 && index === 0}
      onClick={() => onGo(index + 1)}
    >
      <Icon name="down" />
    </button>
  </div>
);
