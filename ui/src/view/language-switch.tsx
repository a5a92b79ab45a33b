import type { JSX } from "preact";
import { frameWords } from "../words/frame-words.ts";
import { LANGUAGES } from "../words/language.ts";
import { useApp } from "./app-context.ts";
import { LANGUAGE_NAMES } from "./language-names.ts";

export const LanguageSwitch = (): JSX.Element => {
  const { language } = useApp();
  const words = frameWords();
  return (
    <>
      <div class="segmented language-switch" role="group" aria-label={words.languageTitle}>
        {LANGUAGES.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            aria-pressed={language.chosen.value === one}
            onClick={() => (language.chosen.value = one)}
          >
            {LANGUAGE_NAMES[one]}
          </button>
        ))}
      </div>
      {language.failure.value !== undefined && (
        <p class="language-failure" role="alert">
          {words.languageFailed}
        </p>
      )}
    </>
  );
};
