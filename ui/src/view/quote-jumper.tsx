import type { JSX } from "preact";
import { documentWords } from "../words/document-words.ts";
import { Icon } from "./icons.tsx";

export interface QuoteJumperProps {
  /** Of the current quote; -1 when none is current. */
  readonly index: number;
  readonly count: number;
  readonly onGo: (index: number) => void;
}

export const QuoteJumper = ({ index, count, onGo }: QuoteJumperProps): JSX.Element => {
  const words = documentWords();
  return (
    <div class="quote-jumper" role="group" aria-label={words.quotes}>
      <span class="tabular">{index < 0 ? words.quoteCount(count) : words.quote(index + 1, count)}</span>
      <button
        type="button"
        class="icon-button"
        title={`${words.previousQuote} (p)`}
        aria-label={words.previousQuote}
        data-jump="previous"
        disabled={count < 2}
        onClick={() => onGo(Math.max(index, 0) - 1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="icon-button"
        title={`${words.nextQuote} (n)`}
        aria-label={words.nextQuote}
        data-jump="next"
        disabled={count < 2 && index === 0}
        onClick={() => onGo(index + 1)}
      >
        <Icon name="down" />
      </button>
    </div>
  );
};
