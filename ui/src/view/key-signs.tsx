import type { JSX } from "preact";
import { signsOf } from "../state/keys.ts";

/** Keys to press together. */
export const KeySigns = ({ chord }: { readonly chord: string }): JSX.Element => (
  <span class="key-signs">
    {signsOf(chord, /Mac|iPhone|iPad/.test(navigator.platform)).map((sign) => (
      <kbd key={sign}>{sign}</kbd>
    ))}
  </span>
);
