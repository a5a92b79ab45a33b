import { markHidden } from "../state/hidden-characters.ts";

/** Two digits after the point are a hundredth of a pixel. */
const DIGITS = 2;

/** A number as SVG wants it, without needless digits. */
export const number = (value: number): string => String(Number(value.toFixed(DIGITS)));

/** An element with its attributes escaped; its children are SVG already. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  const start = `<${name}${written.join("")}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join("")}</${name}>`;
};

/** A text of the graph as SVG: nothing in it can become an element, and what is invisible in it shows. */
export const text = (value: string): string =>
  escape(
    markHidden(value)
      .map((piece) => (piece.kind === "text" ? piece.text : `[${piece.code}]`))
      .join(""),
  );

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
/** Characters that XML 1.0 forbids even as references, and halves of pairs. */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- they are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escape = (value: string): string =>
  value.replace(FORBIDDEN, "\ufffd").replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
