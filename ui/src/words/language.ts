import { effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Chinese } from "./zh/chinese.ts";

export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = "stemma.language";
const translations = signal<Chinese | undefined>(undefined);

/** The words of one part of the page in the reader's language. Reads a signal: a component that calls it follows a change. */
export const wordsOf = <Area extends keyof Chinese>(area: Area, english: Chinese[Area]): Chinese[Area] =>
  translations.value?.[area] ?? english;

/** The language whose words are on the page. Reads a signal. */
export const shownLanguage = (): Language => (translations.value === undefined ? "en" : "zh");

export interface LanguageDependencies {
  readonly storage: Pick<Storage, "getItem" | "setItem">;
  /** The browser's languages, the reader's first choice first. */
  readonly preferred: readonly string[];
  /** Fetched when they are first needed. */
  readonly loadChinese: () => Promise<Chinese>;
  /** Puts the language on the page, once its words are there. */
  readonly apply: (language: Language) => void;
}

export interface LanguageChoice {
  readonly chosen: Signal<Language>;
  /** Why the chosen language's words could not be fetched; the page stays as it was. */
  readonly failure: ReadonlySignal<unknown>;
}

/** The reader's language, remembered on this machine; before a choice it is the browser's. */
export const createLanguage = ({
  storage,
  preferred,
  loadChinese,
  apply,
}: LanguageDependencies): LanguageChoice => {
  const stored = storage.getItem(KEY);
  const wanted = stored ?? preferred.map((tag) => tag.slice(0, 2)).find((tag) => isLanguage(tag));
  const chosen = signal(LANGUAGES.find((one) => one === wanted) ?? "en");
  const failure = signal<unknown>(undefined);
  let isFirst = true;
  effect(() => {
    const language = chosen.value;
    // What was never chosen goes on following the browser.
    if (!isFirst) storage.setItem(KEY, language);
    isFirst = false;
    const show = (words: Chinese | undefined): void => {
      if (chosen.peek() !== language) return;
      failure.value = undefined;
      translations.value = words;
      apply(language);
    };
    if (language === "en") show(undefined);
    else loadChinese().then(show, (cause: unknown) => (failure.value = cause));
  });
  return { chosen, failure };
};

const isLanguage = (tag: string): boolean => LANGUAGES.some((one) => one === tag);
