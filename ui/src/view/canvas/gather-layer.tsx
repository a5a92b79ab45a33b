import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { DatasetId } from "../../../../schema/ids.ts";
import { datasetsInBox, toLayoutBox } from "../../explorer/datasets-in-box.ts";
import type { Bounds } from "../../explorer/layout.ts";
import { gather, letGo } from "../../state/chosen.ts";
import { keysWords } from "../../words/keys-words.ts";
import { sharingWords } from "../../words/sharing-words.ts";
import { type App, useApp } from "../app-context.ts";
import { ChosenMarks } from "./chosen-marks.tsx";
import { followBoxDrag } from "./follow-box-drag.ts";

interface DrawnBox {
  readonly bounds: Bounds;
  readonly isLettingGo: boolean;
  readonly datasets: readonly DatasetId[];
}

/** Gathering on the canvas: a box by Shift and a drag of the mouse, and commands that need no pointer. A finger moves the view as ever. */
export const GatherLayer = (): JSX.Element => {
  const app = useApp();
  const layer = useRef<HTMLDivElement>(null);
  const box = useSignal<DrawnBox | undefined>(undefined);
  useEffect(() => app.commands.register(toCommands(app)), [app]);
  useEffect(() => {
    const area = layer.current?.parentElement;
    if (area === null || area === undefined) return undefined;
    const onMouseDown = (event: MouseEvent): void => {
      if (!event.shiftKey || event.button !== 0 || !isOnCanvas(event.target)) return;
      // The canvas must not take it for the begin of a move.
      event.stopPropagation();
      event.preventDefault();
      const isLettingGo = event.ctrlKey || event.metaKey;
      followBoxDrag(area, event, {
        onBox: (bounds) => {
          box.value = bounds && { bounds, isLettingGo, datasets: datasetsUnder(app, area, bounds) };
        },
        onEnd: (bounds) => {
          box.value = undefined;
          act(app, datasetsUnder(app, area, bounds), isLettingGo);
        },
      });
    };
    area.addEventListener("mousedown", onMouseDown, true);
    return () => area.removeEventListener("mousedown", onMouseDown, true);
  }, [app]);
  return (
    <div ref={layer} class="gather-layer" aria-hidden="true">
      <ChosenMarks layer={layer} />
      {box.value !== undefined && <Box {...box.value} />}
    </div>
  );
};

const Box = ({ bounds, isLettingGo, datasets }: DrawnBox): JSX.Element => {
  const { left, right, top, bottom } = bounds;
  return (
    <div
      class={`gather-box ${isLettingGo ? "is-letting-go" : ""}`}
      style={{ left, top, width: right - left, height: bottom - top }}
    >
      <span class="gather-count tabular">{sharingWords().chosen.inBox(datasets.length, isLettingGo)}</span>
    </div>
  );
};

const isOnCanvas = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(".canvas-slot") !== null;

const datasetsUnder = (app: App, area: HTMLElement, box: Bounds): readonly DatasetId[] => {
  const viewport = app.controls.peek()?.viewport.peek();
  if (viewport === undefined) return [];
  const { width, height } = area.getBoundingClientRect();
  return datasetsWithin(app, toLayoutBox(box, { width, height, viewport }));
};

const datasetsWithin = ({ layouts, store }: App, part: Bounds): readonly DatasetId[] => {
  const laidOut = layouts.current.peek();
  const shown = new Set<string>(store.shown.peek()?.nodes.map(({ id }) => id));
  return laidOut === undefined ? [] : datasetsInBox(laidOut, part, shown);
};

const act = ({ store }: App, datasets: readonly DatasetId[], isLettingGo: boolean): void => {
  if (datasets.length === 0) return;
  const change = isLettingGo ? letGo : gather;
  store.navigation.navigate(change(store.view.peek(), datasets));
};

const toCommands = (app: App) => [
  {
    id: "gather-shown",
    words: () => keysWords().action["gather-shown"],
    run: () =>
      act(
        app,
        app.store.table.rows.peek().map(({ node }) => node.id),
        false,
      ),
  },
  {
    id: "gather-in-view",
    words: () => keysWords().action["gather-in-view"],
    run: () => {
      const viewport = app.controls.peek()?.viewport.peek();
      if (viewport !== undefined) act(app, datasetsWithin(app, viewport), false);
    },
  },
];
