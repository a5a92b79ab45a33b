import type { JSX } from "preact";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { AwayBanner } from "./away-banner.tsx";
import { CurrentPage } from "./current-page.tsx";
import { Header } from "./header.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { SharingHost } from "./sharing/sharing-host.tsx";
import { PageFocus } from "./page-focus.tsx";
import { useLoaded } from "./use-loaded.ts";

export const Application = (): JSX.Element => {
  const { store, isKeySheetOpen, isCommandListOpen } = useApp();
  const { isEmbedded } = store.view.value;
  return (
    <>
      {!isEmbedded && (
        <>
          <a class="skip-link" href="#main">
            {frameWords().skip}
          </a>
          <Header />
        </>
      )}
      <AwayBanner />
      <main id="main" tabIndex={-1}>
        <CurrentPage />
      </main>
      <PageFocus />
      {isKeySheetOpen.value && store.view.value.page !== "review" && <KeySheet />}
      {isCommandListOpen.value && <LoadedCommandList />}
      {!isEmbedded && <SharingHost />}
    </>
  );
};

const LoadedCommandList = (): JSX.Element | null => {
  const list = useLoaded(loadCommandList);
  return list.state === "ready" ? <list.part /> : null;
};

const loadCommandList = async () => (await import("./command-list.tsx")).CommandList;
