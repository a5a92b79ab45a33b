import type { JSX } from "preact";
import { useApp } from "./app-context.ts";
import { CurrentPage } from "./current-page.tsx";
import { Header } from "./header.tsx";
import { KeySheet } from "./key-sheet.tsx";

export const Application = (): JSX.Element => {
  const { isKeySheetOpen } = useApp();
  return (
    <>
      <a class="skip-link" href="#main">
        Skip to the content
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <CurrentPage />
      </main>
      {isKeySheetOpen.value && <KeySheet />}
    </>
  );
};
