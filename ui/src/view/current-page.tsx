import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { isKnownPath } from "../state/known-path.ts";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { ExplorerPage } from "./explorer-page.tsx";
import { HomePage } from "./home-page.tsx";
import { focusPage } from "./page-focus.tsx";
import { loadEmbedPage, type LoadPage, PAGE_LOADERS } from "./page-loaders.ts";
import { Skeleton } from "./skeleton.tsx";
import { UnknownPage } from "./unknown-page.tsx";
import { useLoaded } from "./use-loaded.ts";

/** The page that the address names; without datasets to explore, the start page. */
export const CurrentPage = (): JSX.Element => {
  const { store } = useApp();
  const { page, root, isEmbedded } = store.view.value;
  // A copy lies at any path, and is the same page as a frame.
  if (isEmbedded) return <LoadedPage load={loadEmbedPage} />;
  if (!isKnownPath(location.pathname)) return <UnknownPage path={location.pathname} />;
  const load = PAGE_LOADERS[page];
  if (load !== undefined) return <LoadedPage key={page} load={load} />;
  return root === undefined ? <HomePage /> : <ExplorerPage />;
};

const LoadedPage = ({ load }: { readonly load: LoadPage }): JSX.Element => {
  const loaded = useLoaded(load);
  const words = frameWords();
  useEffect(() => {
    // The heading comes with the page: who has waited on the empty one is taken along.
    if (loaded.state === "ready" && document.activeElement?.id === "main") focusPage();
  }, [loaded.state]);
  if (loaded.state === "ready") return <loaded.part />;
  if (loaded.state === "loading") return <Skeleton lines={6} label={words.loadingPage} />;
  return (
    <div class="page-failure" role="alert">
      <p>{words.pageFailed}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {words.loadAgain}
      </button>
    </div>
  );
};
