import type { JSX } from "preact";

/** What a lineage looks like: a dataset on the left, its ancestors to the right, one link in doubt. */
export const HomeFigure = (): JSX.Element => (
  <svg class="home-figure" viewBox="0 0 360 220" aria-hidden="true">
    <g class="figure-edges">
      <path d="M40 110C90 110 90 40 140 40" />
      <path d="M40 110H140" />
      <path d="M40 110C90 110 90 180 140 180" />
      <path d="M140 40C190 40 190 24 240 24" />
      <path d="M140 40C190 40 190 84 240 84" />
      <path d="M140 110C190 110 190 84 240 84" />
      <path class="figure-doubt" d="M140 180C190 180 190 144 240 144" />
      <path d="M140 180C190 180 190 200 240 200" />
      <path d="M240 84C280 84 280 54 326 54" />
      <path d="M240 144C280 144 280 114 326 114" />
    </g>
    <g class="figure-nodes">
      <circle cx="40" cy="110" r="11" />
      <circle cx="140" cy="40" r="7" />
      <circle cx="140" cy="110" r="6" />
      <circle cx="140" cy="180" r="8" />
      <circle cx="240" cy="24" r="5" />
      <circle cx="240" cy="84" r="9" />
      <circle class="figure-hollow" cx="240" cy="144" r="6" />
      <circle cx="240" cy="200" r="5" />
      <circle class="figure-dotted" cx="326" cy="114" r="7" />
    </g>
    <path class="figure-benchmark" d="M326 45l9 9-9 9-9-9z" />
  </svg>
);
