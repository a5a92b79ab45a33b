import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { shadingOf } from "../../explorer/shading.ts";
import { toSvg } from "../../explorer/to-svg.ts";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import { toFileName } from "../../state/export/file-name.ts";
import {
  canDraw,
  MAX_SIDE,
  PICTURE_SCALES,
  type PictureSize,
  scaleSize,
  sizeOfSvg,
} from "../../state/export/picture-size.ts";
import { canvasWords } from "../../words/canvas-words.ts";
import { edgeWords } from "../../words/edge-words.ts";
import { exportWords } from "../../words/export-words.ts";
import { legendWords } from "../../words/legend-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useApp } from "../app-context.ts";
import { readPalette } from "../canvas/read-palette.ts";
import { drawPng } from "./draw-png.ts";
import { saveFile } from "./save-file.ts";

export interface PictureExportProps {
  readonly laidOut: LaidOut;
  readonly root: string;
}

/** The drawing as a picture, all of it whatever the camera sees. */
export const PictureExport = ({ laidOut, root }: PictureExportProps): JSX.Element => {
  const { store } = useApp();
  const { shade } = store.view.value;
  const words = exportWords().export;
  const scale = useSignal<number>(2);
  const said = useSignal("");
  const isDrawing = useSignal(false);
  const svg = useMemo(
    () => toPicture(laidOut, shade, exportWords().embed.frameTitle(root)),
    [laidOut, shade],
  );
  const size = scaleSize(sizeOfSvg(svg) ?? { width: 0, height: 0 }, scale.value);
  const fits = canDraw(size);
  const saveSvg = (): void => {
    const name = toFileName(root, "svg");
    saveFile(new Blob([svg], { type: "image/svg+xml" }), name);
    said.value = words.saved(name);
  };
  const savePng = async (): Promise<void> => {
    if (!fits || isDrawing.value) return;
    isDrawing.value = true;
    said.value = words.drawing;
    try {
      const name = toFileName(root, "png");
      saveFile(await drawPng(svg, size), name);
      said.value = words.saved(name);
    } catch {
      said.value = words.pictureFailed;
    } finally {
      isDrawing.value = false;
    }
  };
  return (
    <section aria-labelledby="export-picture">
      <h3 id="export-picture">{words.picture}</h3>
      <p class="muted">{words.pictureHint}</p>
      <ScaleChoice scale={scale} size={size} />
      {!fits && <p class="complaint">{words.tooLarge(MAX_SIDE)}</p>}
      <div class="sharing-buttons">
        <button type="button" class="button" aria-disabled={!fits} onClick={() => void savePng()}>
          PNG
        </button>
        <button type="button" class="button" onClick={saveSvg}>
          SVG
        </button>
      </div>
      <p class="muted" role="status">
        {isDrawing.value && <span class="spinner" aria-hidden="true" />} {said.value}
      </p>
    </section>
  );
};

interface ScaleChoiceProps {
  readonly scale: Signal<number>;
  readonly size: PictureSize;
}

const ScaleChoice = ({ scale, size }: ScaleChoiceProps): JSX.Element => (
  <fieldset class="choices">
    <legend>{exportWords().export.scale}</legend>
    {PICTURE_SCALES.map((one) => (
      <label key={one}>
        <input
          type="radio"
          name="picture-scale"
          checked={scale.value === one}
          onChange={() => (scale.value = one)}
        />
        {one}×
      </label>
    ))}
    <span class="muted tabular">{exportWords().export.pixels(size.width, size.height)}</span>
  </fieldset>
);

const toPicture = ({ shape, layout }: LaidOut, shade: "domain" | "date", title: string): string =>
  toSvg({
    shape,
    layout,
    palette: readPalette(document.body),
    shading: shadingOf(shade, shape),
    words: {
      title,
      legend: legendWords(),
      domain: vocabularyWords().domain,
      relation: canvasWords().relation,
      edge: edgeWords,
      label: ({ name }) => name,
    },
  });
