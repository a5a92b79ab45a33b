export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export const PICTURE_SCALES = [1, 2, 4] as const;
export type PictureScale = (typeof PICTURE_SCALES)[number];

/** What Chromium and Firefox draw on at most: 16,384 pixels on a side; and in all what 1 GB of memory holds. */
export const MAX_SIDE = 16_384;
const MAX_PIXELS = 2 ** 28;

export const scaleSize = ({ width, height }: PictureSize, scale: number): PictureSize => ({
  width: Math.ceil(width * scale),
  height: Math.ceil(height * scale),
});

/** Whether a browser can draw a picture of this size. */
export const canDraw = ({ width, height }: PictureSize): boolean =>
  width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS;

/** The size that an SVG says it has; undefined when it says none. */
export const sizeOfSvg = (svg: string): PictureSize | undefined => {
  const found = /^<svg\b[^>]*>/.exec(svg)?.[0];
  const [width, height] = ["width", "height"].map((name) =>
    Number(new RegExp(`\\s${name}="([\\d.]+)"`).exec(found ?? "")?.[1]),
  );
  if (width === undefined || height === undefined || !(width > 0) || !(height > 0)) return undefined;
  return { width, height };
};
