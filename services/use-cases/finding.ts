/** One thing that was looked at. `optional`: absent, and the program works without it. */
export interface Finding {
  readonly subject: string;
  readonly verdict: "good" | "optional" | "missing";
  readonly detail: string;
  /** What to do about it. */
  readonly remedy?: string;
}
