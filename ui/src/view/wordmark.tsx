import type { JSX } from "preact";

/** A small stemma: one text, three ancestors. */
export const Wordmark = (): JSX.Element => (
  <>
    <svg class="wordmark-sign" viewBox="0 0 28 22" aria-hidden="true">
      <path d="M6 11C14 11 14 3.500 22 3.500M6 11H22M6 11C14 11 14 18.500 22 18.500" />
      <circle cx="5" cy="11" r="3.400" />
      <circle cx="23" cy="3.500" r="2.400" />
      <circle cx="23" cy="11" r="2.400" />
      <circle cx="23" cy="18.500" r="2.400" />
    </svg>
    <span class="wordmark-text">Stemma</span>
  </>
);
