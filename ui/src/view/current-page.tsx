import type { JSX } from "preact";
import type { Page } from "../state/view-state.ts";
import { useApp } from "./app-context.ts";
import { ExplorerPage } from "./explorer-page.tsx";
import { HomePage } from "./home-page.tsx";
import { Skeleton } from "./skeleton.tsx";
import { useLoaded } from "./use-loaded.ts";

type LoadPage = () => Promise<() => JSX.Element>;

/** The pages that are fetched when they are first opened. */
const LOADERS: Partial<Record<Page, LoadPage>> = {};

/** The page that the address names; without datasets to explore, the start page. */
export const CurrentPage = (): JSX.Element => {
  const { store } = useApp();
  const { page, root } = store.view.value;
  const load = LOADERS[page];
  if (load !== undefined) return <LoadedPage key={page} load={load} />;
  return root === undefined ? <HomePage /> : <ExplorerPage />;
};

const LoadedPage = ({ load }: { readonly load: LoadPage }): JSX.Element => {
  const loaded = useLoaded(load);
  if (loaded.state === "ready") return <loaded.part />;
  if (loaded.state === "loading") return <Skeleton lines={6} label="Loading the page" />;
  return (
    <p class="page-failure" role="alert">
      This page could not be loaded. The service may have been updated: load the page again.
    </p>
  );
};
