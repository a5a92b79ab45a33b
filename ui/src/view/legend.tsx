import type { JSX } from "preact";
import type { NodeLook } from "../explorer/node-look.ts";
import { Mark } from "./node-mark.tsx";

type LegendMark = readonly [Pick<NodeLook, "form" | "outline" | "color" | "glyph">, string];

const MARKS: readonly LegendMark[] = [
  [{ form: "circle", outline: "filled", color: "node", glyph: "" }, "dataset, larger when more are built from it"],
  [{ form: "diamond", outline: "filled", color: "benchmark", glyph: "" }, "benchmark"],
  [{ form: "dots", outline: "filled", color: "family", glyph: "" }, "family: a name that several datasets share"],
  [{ form: "triangle", outline: "filled", color: "model", glyph: "" }, "model that made rows"],
  [{ form: "circle", outline: "hollow", color: "off-hub", glyph: "w" }, "outside the Hub: w website, g GitHub, p paper, k Kaggle, ? a name"],
  [{ form: "circle", outline: "dotted", color: "node", glyph: "…" }, "not traced yet"],
  [{ form: "circle", outline: "dotted", color: "node", glyph: "⚿" }, "gated"],
  [{ form: "circle", outline: "dotted", color: "node", glyph: "×" }, "not found"],
  [{ form: "circle", outline: "dotted", color: "node", glyph: "!" }, "unreachable: we could not look"],
];

const EDGES = [
  ["accepted", "accepted; wider when more documents agree"],
  ["flagged", "flagged: waits for a person"],
  ["rejected", "rejected: named, and not a source"],
] as const;

export const Legend = (): JSX.Element => (
  <details class="legend">
    <summary>Legend</summary>
    <div class="legend-body">
      <p class="muted">Arrows point from a source to the dataset built from it.</p>
      <ul>
        {MARKS.map(([look, meaning]) => (
          <li key={meaning}>
            <Mark look={look} title="" />
            {meaning}
          </li>
        ))}
        {EDGES.map(([status, meaning]) => (
          <li key={status}>
            <svg class={`edge-sample edge-${status}`} viewBox="0 0 18 8" aria-hidden="true">
              <path d="M1 4H17" />
            </svg>
            {meaning}
          </li>
        ))}
      </ul>
    </div>
  </details>
);
