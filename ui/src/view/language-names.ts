import type { Language } from "../words/language.ts";

/** Each in its own words: who needs it must be able to read it. */
export const LANGUAGE_NAMES = { en: "English", zh: "中文" } satisfies Record<Language, string>;
