import type { JSX } from "preact";

/** What nobody knows is called so: never 0, never an empty place. */
export const Unknown = (): JSX.Element => <span class="unknown">unknown</span>;
