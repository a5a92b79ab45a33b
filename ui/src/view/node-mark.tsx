import type { JSX } from "preact";
import type { Dataset } from "../../../schema/dataset.ts";
import type { Ring } from "../explorer/contamination-ring.ts";
import { GLYPHS } from "../explorer/glyphs.ts";
import { domainOf } from "../explorer/graph-shape.ts";
import { toNodeLook, type NodeLook } from "../explorer/node-look.ts";
import { nodeKindOf } from "../state/node-kind.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";

export interface NodeMarkProps {
  readonly dataset: Pick<Dataset, "isBenchmark" | "isFamily" | "registry" | "state" | "domains">;
}

/** The mark of a dataset as the canvas draws it, for lists and headings. */
export const NodeMark = ({ dataset }: NodeMarkProps): JSX.Element => {
  const kind = nodeKindOf(dataset);
  const domain = domainOf(dataset);
  const look = toNodeLook({ ...dataset, id: "", kind, name: "", uses: 0, isRoot: false, level: 0, domain });
  return (
    <Mark look={look} title={`${vocabularyWords().kind[kind]}, ${vocabularyWords().state[dataset.state]}`} />
  );
};

export interface MarkProps {
  readonly look: Pick<NodeLook, "form" | "outline" | "color" | "glyph"> & { readonly ring?: Ring };
  /** Empty where the text beside the mark says the same: then it is not spoken. */
  readonly title: string;
}

export const Mark = ({ look, title }: MarkProps): JSX.Element => (
  <svg
    class={`mark mark-${look.outline} mark-color-${look.color}`}
    viewBox="-9 -9 18 18"
    {...(title === "" ? { "aria-hidden": true } : { role: "img", "aria-label": title })}
  >
    {title !== "" && <title>{title}</title>}
    <MarkForm form={look.form} />
    <MarkRing ring={look.ring ?? "none"} />
    {look.glyph !== undefined && <path class="mark-glyph" d={GLYPHS[look.glyph]} transform="scale(0.85)" />}
  </svg>
);

const MarkForm = ({ form }: Pick<NodeLook, "form">): JSX.Element => {
  switch (form) {
    case "circle":
      return <circle r="6.5" />;
    case "diamond":
      return <path d="M0-8 8 0 0 8-8 0z" />;
    case "triangle":
      return <path d="M0-7 7 5.500H-7z" />;
    case "stack":
      return (
        <g>
          <circle cx="1.500" cy="-1.500" r="6" fill="none" />
          <circle cx="-1" cy="1" r="5.600" />
        </g>
      );
    case "dots":
      return (
        <g>
          <circle r="2" />
          {DOTS.map(([x, y]) => (
            <circle key={x} cx={x} cy={y} r="1.700" />
          ))}
        </g>
      );
    default:
      return form satisfies never;
  }
};

const MarkRing = ({ ring }: { readonly ring: Ring }): JSX.Element | null => {
  switch (ring) {
    case "none":
      return null;
    case "thin":
      return <circle class="mark-ring" r="8.600" stroke-width="0.9" />;
    case "half":
      return <path class="mark-ring" d="M0-9A9 9 0 0 1 0 9" stroke-width="2" />;
    case "solid":
      return <circle class="mark-ring" r="9" stroke-width="2" />;
    case "double":
      return (
        <g class="mark-ring" stroke-width="1.300">
          <circle r="8.500" />
          <circle r="11" />
        </g>
      );
    default:
      return ring satisfies never;
  }
};

const DOTS = Array.from({ length: 7 }, (_, index) => {
  const turn = (index / 7) * 2 * Math.PI;
  return [6.3 * Math.cos(turn), 6.3 * Math.sin(turn)] as const;
});
