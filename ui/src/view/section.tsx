import type { ComponentChildren, JSX } from "preact";
import { formatCount } from "../state/format.ts";

export interface SectionProps {
  readonly title: string;
  readonly count?: number;
  /** Beside the title. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

export const Section = ({ title, count, aside, children }: SectionProps): JSX.Element => (
  <section class="section">
    <div class="section-head">
      <h3 class="section-title">
        {title} {count !== undefined && <span class="count">{formatCount(count)}</span>}
      </h3>
      {aside}
    </div>
    {children}
  </section>
);
