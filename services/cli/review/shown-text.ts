import { markHidden } from "../../../schema/hidden-characters.ts";
import { findMixedWords } from "../../../schema/look-alikes.ts";
import type { Terminal } from "../output/terminal.ts";

type Paint = Terminal["paint"];

/** A text of a document on one line, what is invisible in it written out: no document steers a terminal or misleads who decides. */
export const shownText = (text: string, paint: Paint): string =>
  markHidden(text)
    .map((piece) => (piece.kind === "text" ? piece.text : paint("yellow", `<${piece.code} ${piece.name}>`)))
    .join("")
    .replace(/\s+/gu, " ");

/** What a reader must know of a text beside it: words whose letters come from several alphabets. */
export const warningsOf = (text: string, paint: Paint): readonly string[] =>
  findMixedWords(text).map(({ word, scripts }) =>
    paint("yellow", `mixed alphabets: "${shownText(word, paint)}" has ${scripts.join(" and ")} letters`),
  );

/** A quote with every place of the name in it between »« and in bold; capitals aside. */
export const shownQuote = (quote: string, name: string, paint: Paint): string => {
  if (name === "") return shownText(quote, paint);
  const parts: string[] = [];
  let from = 0;
  for (const match of quote.matchAll(new RegExp(escaped(name), "giu"))) {
    parts.push(shownText(quote.slice(from, match.index), paint));
    parts.push(paint("bold", `»${shownText(match[0], paint)}«`));
    from = match.index + match[0].length;
  }
  return [...parts, shownText(quote.slice(from), paint)].join("");
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
