import { AppError } from "../../../../schema/errors.ts";
import type { PictureSize } from "../../state/export/picture-size.ts";
import { embedFonts } from "./embed-fonts.ts";

/** Draws an SVG into a PNG of a size, its texts in the page's own fonts. */
export const drawPng = async (svg: string, { width, height }: PictureSize): Promise<Blob> => {
  const url = URL.createObjectURL(new Blob([await embedFonts(svg)], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
    return await toBlob(canvas);
  } catch (cause) {
    throw new AppError(`no picture of ${width} by ${height} pixels could be drawn`, {
      code: "TOO_LARGE",
      cause,
    });
  } finally {
    URL.revokeObjectURL(url);
  }
};

const toBlob = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new AppError("the browser gave no picture", { code: "TOO_LARGE" }));
      else resolve(blob);
    }, "image/png");
  });
