import type { JSX } from "preact";
import { useApp } from "./app-context.ts";
import { ExplorerPage } from "./explorer-page.tsx";
import { Header } from "./header.tsx";
import { HomePage } from "./home-page.tsx";
import { KeySheet } from "./key-sheet.tsx";

export const Application = (): JSX.Element => {
  const { store, isKeySheetOpen } = useApp();
  return (
    <>
      <a class="skip-link" href="#main">
        Skip to the content
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        {store.view.value.root === undefined ? <HomePage /> : <ExplorerPage />}
      </main>
      {isKeySheetOpen.value && <KeySheet />}
    </>
  );
};
