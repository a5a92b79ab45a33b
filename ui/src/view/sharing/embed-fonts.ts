import { AppError } from "../../../../schema/errors.ts";
import { FONT } from "../canvas/overlay-text.ts";

/**
 * The SVG with the page's own fonts within it: a picture that stands alone may load none. Waits until the page has those that the
 * picture's texts need.
 */
export const embedFonts = async (svg: string): Promise<string> => {
  const texts = svg.replaceAll(/<[^>]*>/g, "");
  const used = await document.fonts.load(`12px ${FONT}`, texts);
  const ranges = new Set(used.map(({ unicodeRange }) => unicodeRange));
  const rules = fontRules().filter(({ style }) => ranges.has(style.getPropertyValue("unicode-range")));
  const faces = await Promise.all(rules.map(toFace));
  // As text: a style that is an element of any of the page's documents, the page's own policy refuses.
  return svg.replace(/<svg[^>]*>/, (opening) => `${opening}<style>${faces.join("")}</style>`);
};

const fontRules = (): readonly CSSFontFaceRule[] =>
  [...document.styleSheets].flatMap(({ cssRules }) =>
    [...cssRules].filter((rule) => rule instanceof CSSFontFaceRule && FONT.includes(familyOf(rule))),
  ) as CSSFontFaceRule[];

const familyOf = ({ style }: CSSFontFaceRule): string =>
  style.getPropertyValue("font-family").replaceAll(/["']/g, "");

const ADDRESS = /url\("?([^")]+)"?\)/;

const toFace = async (rule: CSSFontFaceRule): Promise<string> => {
  const { style, parentStyleSheet } = rule;
  const address = ADDRESS.exec(style.getPropertyValue("src"))?.[1] ?? "";
  const response = await fetch(new URL(address, parentStyleSheet?.href ?? location.href));
  if (!response.ok) throw new AppError(`the font ${address} did not load`, { code: "UPSTREAM_FAILED" });
  const data = await toDataUrl(await response.blob());
  const range = style.getPropertyValue("unicode-range");
  return `@font-face{font-family:"${familyOf(rule)}";font-weight:100 900;unicode-range:${range};src:url(${data})}`;
};

const toDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () =>
      reject(new AppError("a font could not be read", { code: "UPSTREAM_FAILED", cause: reader.error })),
    );
    reader.readAsDataURL(blob);
  });
