import type { JSX } from "preact";

export interface SkeletonProps {
  readonly lines: number;
  readonly label: string;
}

const WIDTHS = ["62%", "88%", "74%", "94%", "48%", "80%"];

/** The shape of what comes. */
export const Skeleton = ({ lines, label }: SkeletonProps): JSX.Element => (
  <div class="skeleton" role="status" aria-label={label}>
    {Array.from({ length: lines }, (_, line) => (
      <div key={line} class="skeleton-line" style={{ width: WIDTHS[line % WIDTHS.length] ?? "80%" }} />
    ))}
  </div>
);
