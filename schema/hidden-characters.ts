/** A run of text, or one character that a reader would not see, or would take for another. */
export type TextPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "hidden"; readonly text: string; readonly code: string; readonly name: string };

const NAMES: Readonly<Record<number, string>> = {
  0x00ad: "soft hyphen",
  0x034f: "grapheme joiner",
  0x061c: "arabic letter mark",
  0x115f: "hangul filler",
  0x1160: "hangul filler",
  0x180e: "mongolian vowel separator",
  0x200b: "zero-width space",
  0x200c: "zero-width non-joiner",
  0x200d: "zero-width joiner",
  0x200e: "left-to-right mark",
  0x200f: "right-to-left mark",
  0x2028: "line separator",
  0x2029: "paragraph separator",
  0x202a: "left-to-right embedding",
  0x202b: "right-to-left embedding",
  0x202c: "end of direction",
  0x202d: "left-to-right override",
  0x202e: "right-to-left override",
  0x2060: "word joiner",
  0x2061: "invisible function",
  0x2062: "invisible times",
  0x2063: "invisible separator",
  0x2064: "invisible plus",
  0x2066: "left-to-right isolate",
  0x2067: "right-to-left isolate",
  0x2068: "first strong isolate",
  0x2069: "end of isolate",
  0x3164: "hangul filler",
  0xfeff: "zero-width no-break space",
  0xffa0: "hangul filler",
};

/** Every control but tab and line ends; formatting; fillers; tag characters, which can hide whole sentences. */
const HIDDEN =
  /[\p{Cf}\u{34f}\u{115f}\u{1160}\u{2028}\u{2029}\u{3164}\u{ffa0}\u{e0000}-\u{e0fff}]|(?![\t\n\r])\p{Cc}/gu;
const EMOJI_JOINER = /\p{Extended_Pictographic}\u{fe0f}?\p{Emoji_Modifier}?$/u;

/** Splits a text so that what is invisible can be shown; joining the pieces' texts gives the text back. */
export const markHidden = (text: string): readonly TextPiece[] => {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (isEmojiJoiner(text, match.index)) continue;
    if (match.index > from) pieces.push({ kind: "text", text: text.slice(from, match.index) });
    pieces.push(describe(match[0]));
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: "text", text: text.slice(from) });
  return pieces;
};

/** How many characters of a text would be marked. */
export const countHidden = (text: string): number =>
  markHidden(text).filter((piece) => piece.kind === "hidden").length;

/** A joiner inside a family or flag emoji is how such an emoji is written, not a trick. */
const isEmojiJoiner = (text: string, index: number): boolean =>
  text.charCodeAt(index) === 0x200d && EMOJI_JOINER.test(text.slice(Math.max(0, index - 8), index));

const describe = (character: string): TextPiece => {
  const point = character.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  return { kind: "hidden", text: character, code, name: NAMES[point] ?? fallbackName(point) };
};

const fallbackName = (point: number): string => {
  if (point >= 0xe0000) return "tag character";
  return point < 0xa0 ? "control character" : "invisible character";
};
