import type { ComponentChildren, JSX } from "preact";

export interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ComponentChildren;
}

export const Section = ({ title, count, children }: SectionProps): JSX.Element => (
  <section class="section">
    <h3 class="section-title">
      {title} {count !== undefined && <span class="count">{count}</span>}
    </h3>
    {children}
  </section>
);
