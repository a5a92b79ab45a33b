import "./view/fetch-early.ts";
import { computed, effect, signal } from "@preact/signals";
import { render } from "preact";
import { createDrawing } from "./explorer/drawing.ts";
import { createLayoutCache } from "./explorer/layout-cache.ts";
import { createLayoutEngine } from "./explorer/layout-engine.ts";
import { createLayoutFlow } from "./explorer/layout-flow.ts";
import { createCommands } from "./state/commands.ts";
import type { SharingDialog } from "./state/sharing.ts";
import { createServiceWatch, type ServiceWatch } from "./state/service-watch.ts";
import { createApiClient } from "./state/api-client.ts";
import { withReplay } from "./explorer/replay-flow.ts";
import { createExplorerStore, type ExplorerStore } from "./state/explorer-store.ts";
import { createCopyRouter, createCopySend } from "./state/site-copy.ts";
import { createTheme } from "./state/theme.ts";
import { createLanguage } from "./words/language.ts";
import { AppContext, type App } from "./view/app-context.ts";
import { registerAppCommands } from "./view/app-commands.ts";
import { Application } from "./view/app.tsx";
import { createBrowserRouter } from "./view/browser-router.ts";
import type { CanvasControls } from "./view/canvas/canvas-controls.ts";
import { createCanvasStage } from "./view/canvas/canvas-stage.tsx";
import { openBrowserSocket } from "./view/browser-socket.ts";
import { followTitle } from "./view/follow-title.ts";
import { keepFocus } from "./view/keep-focus.ts";
import { bindKeyboard } from "./view/keyboard.ts";
import { readSiteCopy } from "./view/read-site-copy.ts";
import { openStorage } from "./view/open-storage.ts";
import { createLayoutWorkers } from "./view/layout-worker.ts";
import { groupName } from "./words/group-name.ts";

/** For browser tests and the console: where things are on the page, to read only. */
declare global {
  interface Window {
    stemma?: { readonly canvas: { nodes(): readonly unknown[]; edges(): readonly unknown[] } };
  }
}

const SECOND_MS = 1000;

const start = (): void => {
  const copy = readSiteCopy();
  const service = createServiceWatch({
    send: copy === undefined ? fetch.bind(window) : createCopySend(copy, fetch.bind(window)),
    after: (delayMs, action) => void setTimeout(action, delayMs),
    isWatched: () => document.visibilityState === "visible",
  });
  const store = createExplorerStore({
    api: createApiClient(service.send),
    router: copy === undefined ? createBrowserRouter() : createCopyRouter(copy),
    openSocket: openBrowserSocket(`${location.origin.replace(/^http/, "ws")}/api/events`),
    after: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    now: () => new Date(),
  });
  const app = createApp(store, service);
  followPage(app);
  const host = document.getElementById("app");
  if (host === null) return;
  render(
    <AppContext.Provider value={app}>
      <Application />
    </AppContext.Provider>,
    host,
  );
};

const createApp = (store: ExplorerStore, service: ServiceWatch): App => {
  const drawing = createDrawing({ store, nameOf: groupName });
  const kind = computed(() => store.view.value.layout);
  const workers = createLayoutWorkers();
  if (store.view.peek().root !== undefined && kind.peek() === "layered") workers.preload();
  const engine = createLayoutEngine(workers, createLayoutCache(openStorage(() => sessionStorage)));
  const clock = signal(new Date());
  setInterval(() => (clock.value = new Date()), SECOND_MS);
  const controls = signal<CanvasControls | undefined>(undefined);
  const theme = createTheme({
    storage: openStorage(() => localStorage),
    apply: (chosen) => (document.documentElement.dataset["theme"] = chosen),
  });
  return {
    store,
    drawing,
    layouts: withReplay(createLayoutFlow({ shape: drawing.shape, kind }, engine), store.later),
    controls,
    stage: createCanvasStage({ theme, onControls: (next) => (controls.value = next) }),
    theme,
    language: createLanguage({
      storage: openStorage(() => localStorage),
      preferred: navigator.languages,
      loadChinese: async () => (await import("./words/zh/chinese.ts")).chinese,
      apply: (language) => (document.documentElement.lang = language),
    }),
    layoutEngine: engine,
    commands: createCommands(),
    service,
    isCommandListOpen: signal(false),
    isKeySheetOpen: signal(false),
    isFilterSheetOpen: signal(false),
    sharing: signal<SharingDialog | undefined>(undefined),
    clock,
  };
};

/** What follows the state outside the components: placement, title, keys, the hook for tests. */
const followPage = (app: App): void => {
  const { store, layouts, controls } = app;
  effect(() => {
    const current = layouts.current.value;
    if (current !== undefined) store.placement.value = current.layout.nodes;
    if (store.live.progress.value?.state !== "running") layouts.settle();
  });
  followTitle(app);
  // A frame in somebody else's page has no keys and commands of its own.
  if (!store.view.peek().isEmbedded) {
    registerAppCommands(app);
    bindKeyboard(app, document);
    keepFocus(document);
  }
  window.stemma = {
    canvas: { nodes: () => controls.peek()?.nodes() ?? [], edges: () => controls.peek()?.edges() ?? [] },
  };
};

start();
