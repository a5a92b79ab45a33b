import type { JSX } from "preact";
import type { ReadonlySignal } from "@preact/signals";
import { useComputed } from "@preact/signals";
import type { GraphShape } from "../explorer/graph-shape.ts";
import { ringOf } from "../explorer/contamination-ring.ts";
import { GLYPHS, RELATION_GLYPHS } from "../explorer/glyphs.ts";
import { legendContent, type LegendContent } from "../explorer/legend-content.ts";
import type { NodeLook } from "../explorer/node-look.ts";
import { BY_DOMAIN, type Shading } from "../explorer/shading.ts";
import { formatDate } from "../state/format.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { legendWords } from "../words/legend-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { Mark } from "./node-mark.tsx";

export interface LegendProps {
  readonly shape: ReadonlySignal<GraphShape | undefined>;
  readonly shading: ReadonlySignal<Shading>;
}

/** What the signs on the canvas mean: those that are there now, and no others. */
export const Legend = ({ shape, shading }: LegendProps): JSX.Element | null => {
  const content = useComputed(() => shape.value && legendContent(shape.value, shading.value));
  const words = legendWords();
  if (content.value === undefined) return null;
  return (
    <details class="legend">
      <summary>{words.title}</summary>
      <div class="legend-body">
        <p class="muted">
          {words.direction} {words.size}
        </p>
        <MarkEntries content={content.value} />
        <ColourEntries content={content.value} shading={shading.value} />
        <LevelEntries content={content.value} />
        <EdgeEntries content={content.value} />
      </div>
    </details>
  );
};

interface EntriesProps {
  readonly content: LegendContent;
}

const MarkEntries = ({ content }: EntriesProps): JSX.Element => (
  <ul>
    {content.marks.map(({ mark, look }) => (
      <li key={mark} data-legend={mark}>
        <Mark look={look} title="" />
        {legendWords().mark[mark]}
      </li>
    ))}
  </ul>
);

const SWATCH: Pick<NodeLook, "form" | "outline"> = { form: "circle", outline: "filled" };

const ColourEntries = ({ content, shading }: EntriesProps & { readonly shading: Shading }): JSX.Element => {
  const words = legendWords();
  if (shading.kind === BY_DOMAIN.kind) {
    return (
      <LegendGroup title={words.domains}>
        {content.domains.map((domain) => (
          <li key={domain} data-legend={`domain-${domain}`}>
            <Mark look={{ ...SWATCH, color: `domain-${domain}` }} title="" />
            {vocabularyWords().domain[domain]}
          </li>
        ))}
      </LegendGroup>
    );
  }
  if (content.dates === undefined) return <p class="muted">{words.noDates}</p>;
  return (
    <LegendGroup title={words.dates}>
      <li class="legend-dates" data-legend="dates">
        <span class="tabular">{formatDate(content.dates.first)}</span>
        <span>
          {content.dates.steps.map((step) => (
            <Mark key={step} look={{ ...SWATCH, color: step }} title="" />
          ))}
        </span>
        <span class="tabular">{formatDate(content.dates.last)}</span>
      </li>
      <li>
        <Mark look={{ ...SWATCH, color: "domain-unknown" }} title="" />
        {vocabularyWords().unknown}
      </li>
    </LegendGroup>
  );
};

const LevelEntries = ({ content }: EntriesProps): JSX.Element => (
  <LegendGroup title={legendWords().contamination}>
    {content.levels.map((level) => (
      <li key={level} data-legend={level} class="legend-level">
        <Mark look={{ ...SWATCH, color: "off-hub", ring: ringOf(level)?.ring ?? "none" }} title="" />
        <b class="mark-letter" aria-hidden="true">
          {ringOf(level)?.letter}
        </b>
        {legendWords().level[level]}
      </li>
    ))}
  </LegendGroup>
);

const EdgeEntries = ({ content }: EntriesProps): JSX.Element => {
  const words = legendWords();
  return (
    <>
      <LegendGroup title={words.edges}>
        {content.statuses.map((status) => (
          <li key={status} data-legend={status}>
            <svg class={`edge-sample edge-${status}`} viewBox="0 0 18 8" aria-hidden="true">
              <path d="M1 4H17" />
            </svg>
            {words.status[status]}
          </li>
        ))}
      </LegendGroup>
      <LegendGroup title={words.relations}>
        {content.relations.map((relation) => (
          <li key={relation} data-legend={relation}>
            <svg class="relation-sample" viewBox="-5 -5 10 10" aria-hidden="true">
              <path d={GLYPHS[RELATION_GLYPHS[relation]]} />
            </svg>
            {canvasWords().relation[relation]}: {vocabularyWords().relation[relation]}
          </li>
        ))}
      </LegendGroup>
    </>
  );
};

interface LegendGroupProps {
  readonly title: string;
  readonly children: readonly JSX.Element[];
}

/** Nothing while nothing of it is drawn. */
const LegendGroup = ({ title, children }: LegendGroupProps): JSX.Element | null =>
  children.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </>
  );
