import type { Relation } from "../../../schema/vocabulary.ts";
import type { LegendWords } from "../words/legend-words.ts";
import type { VocabularyWords } from "../words/vocabulary-words.ts";
import { ringOf } from "./contamination-ring.ts";
import { toEdgeLook } from "./edge-look.ts";
import { GLYPHS, RELATION_GLYPHS } from "./glyphs.ts";
import type { GraphShape } from "./graph-shape.ts";
import { legendContent } from "./legend-content.ts";
import type { NodeLook } from "./node-look.ts";
import type { Palette, PaletteRole } from "./palette.ts";
import type { Shading } from "./shading.ts";
import { svgMark } from "./svg-mark.ts";
import { element, number, text } from "./svg-text.ts";

export interface SvgLegendWords {
  readonly legend: LegendWords;
  readonly domain: VocabularyWords["domain"];
  readonly relation: Readonly<Record<Relation, string>>;
}

export interface SvgLegendRequest {
  readonly shape: GraphShape;
  readonly shading: Shading;
  readonly palette: Palette;
  readonly words: SvgLegendWords;
  /** Pixels that it may take. */
  readonly width: number;
}

interface Entry {
  readonly sign: readonly string[];
  readonly words: string;
}

const COLUMN = 300;
const ROW = 24;
const PADDING = 20;

/** The legend of a picture, below it in as many columns as fit. */
export const svgLegend = (
  request: SvgLegendRequest,
): { readonly parts: readonly string[]; readonly height: number } => {
  const entries = entriesOf(request);
  const columns = Math.max(1, Math.floor(request.width / COLUMN));
  const parts = entries.map(({ sign, words }, index) => {
    const x = (index % columns) * COLUMN;
    const y = PADDING + Math.floor(index / columns) * ROW;
    return element("g", { transform: `translate(${number(x)} ${number(y)})` }, [
      ...sign,
      element("text", { x: 22, y: 4, fill: request.palette.ink }, [text(words)]),
    ]);
  });
  return { parts, height: Math.ceil(entries.length / columns) * ROW + 2 * PADDING };
};

const entriesOf = ({ shape, shading, palette, words }: SvgLegendRequest): readonly Entry[] => {
  const content = legendContent(shape, shading);
  const { legend } = words;
  const mark = (look: NodeLook): readonly string[] => svgMark({ ...look, radius: 6.5 }, palette);
  const dates = content.dates;
  return [
    ...content.marks.map((one) => ({ sign: mark(one.look), words: legend.mark[one.mark] })),
    ...content.domains.map((domain) => ({
      sign: mark(swatch(`domain-${domain}`)),
      words: `${legend.domains}: ${words.domain[domain]}`,
    })),
    ...(dates === undefined
      ? []
      : [
          { sign: mark(swatch(dates.steps[0])), words: `${legend.dates}: ${dates.first}` },
          {
            sign: mark(swatch(dates.steps.at(-1) ?? "domain-unknown")),
            words: `${legend.dates}: ${dates.last}`,
          },
        ]),
    ...content.levels.map((level) => ({
      sign: mark({ ...swatch("off-hub"), ring: ringOf(level)?.ring ?? "none" }),
      words: `${ringOf(level)?.letter ?? ""} ${legend.level[level]}`,
    })),
    ...content.statuses.map((status) => {
      const look = toEdgeLook({ id: "", from: "", to: "", status, documents: 1, kind: "derivation" });
      const stroke = {
        stroke: palette[look.color],
        "stroke-width": 2,
        ...(look.dash > 0 && { "stroke-dasharray": look.dash }),
      };
      return { sign: [element("path", { d: "M-9 0H9", ...stroke })], words: legend.status[status] };
    }),
    ...content.relations.map((relation) => ({
      sign: [element("path", { d: GLYPHS[RELATION_GLYPHS[relation]], fill: "none", stroke: palette.muted })],
      words: `${legend.relations}: ${words.relation[relation]}`,
    })),
  ];
};

const swatch = (color: PaletteRole): NodeLook => ({
  form: "circle",
  outline: "filled",
  color,
  radius: 6.5,
  ring: "none",
  letter: "",
});
