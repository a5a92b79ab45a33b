import type { JSX } from "preact";
import type { NodeLook } from "../explorer/node-look.ts";
import { Mark } from "./node-mark.tsx";

type LegendMark = readonly [Pick<NodeLook, "form" | "outline" | "color" | "glyph">, string];

const MARKS: readonly LegendMark[] = [
  [{ form: "circle", outline: "filled", color: "node" }, "dataset, larger when more are built from it"],
  [{ form: "diamond", outline: "filled", color: "benchmark" }, "benchmark"],
  [{ form: "dots", outline: "filled", color: "family" }, "family: a name that several datasets share"],
  [{ form: "triangle", outline: "filled", color: "model" }, "model that made rows"],
  [{ form: "circle", outline: "hollow", color: "off-hub", glyph: "globe" }, "website, outside the Hub"],
  [{ form: "circle", outline: "hollow", color: "off-hub", glyph: "code" }, "GitHub"],
  [{ form: "circle", outline: "hollow", color: "off-hub", glyph: "page" }, "paper"],
  [{ form: "circle", outline: "hollow", color: "off-hub", glyph: "question" }, "name without an address"],
  [{ form: "circle", outline: "dotted", color: "node", glyph: "dots" }, "not traced yet"],
  [{ form: "circle", outline: "dotted", color: "node", glyph: "lock" }, "gated"],
  [{ form: "circle", outline: "dotted", color: "node", glyph: "cross" }, "not found"],
  [
    { form: "circle", outline: "dotted", color: "node", glyph: "exclamation" },
    "unreachable: we could not look",
  ],
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
