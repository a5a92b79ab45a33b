import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { render } from "preact";
import type { LineageCanvasProps } from "../lineage-canvas.tsx";
import { loadCanvas } from "../page-loaders.ts";
import type { CanvasSource } from "./canvas-source.ts";

export type { CanvasSource } from "./canvas-source.ts";

export interface CanvasStage {
  /** The renderer could not be fetched. */
  readonly failed: ReadonlySignal<boolean>;
  /** Fetches the renderer before a page needs it. */
  preload(): void;
  /** Brings the canvas into an element of the page, to draw what the source says; gives back how to take it away again. */
  occupy(host: HTMLElement, source: CanvasSource): () => void;
}

/**
 * The one canvas of the explorer: it moves from page to page with its renderer, whose making costs more than a page's picture. Where
 * nothing is laid out yet, it hides what the page before has drawn.
 */
export const createCanvasStage = (fixed: Omit<LineageCanvasProps, keyof CanvasSource>): CanvasStage => {
  const source = signal<CanvasSource | undefined>(undefined);
  const failed = signal(false);
  let stage: HTMLElement | undefined;
  const build = (): HTMLElement => {
    const element = document.createElement("div");
    element.className = "canvas-stage";
    void loadCanvas().then(
      ({ LineageCanvas }) => render(<LineageCanvas {...fixed} {...follow(source)} />, element),
      () => (failed.value = true),
    );
    return element;
  };
  return {
    failed,
    preload: () => void loadCanvas().catch(() => (failed.value = true)),
    occupy: (host, next) => {
      const element = (stage ??= build());
      source.value = next;
      host.append(element);
      const stop = next.laidOut.subscribe((laidOut) => {
        element.hidden = laidOut === undefined;
      });
      return () => {
        stop();
        // Another page may have taken it over already.
        if (source.peek() !== next) return;
        source.value = undefined;
        element.remove();
      };
    },
  };
};

/** The same signals and events for as long as the canvas lives, whichever page it is on. */
const follow = (source: ReadonlySignal<CanvasSource | undefined>): CanvasSource => ({
  laidOut: computed(() => source.value?.laidOut.value),
  focus: computed(() => source.value?.focus.value ?? NO_FOCUS),
  emphasised: computed(() => source.value?.emphasised?.value),
  shade: computed(() => source.value?.shade?.value ?? "domain"),
  camera: computed(() => source.value?.camera?.value),
  handles: computed(() => source.value?.handles?.value ?? NO_HANDLES),
  events: {
    onHover: (target) => source.peek()?.events.onHover(target),
    onPick: (target, isSecond) => source.peek()?.events.onPick(target, isSecond),
    onOpen: (node) => source.peek()?.events.onOpen(node),
    onHandle: (handle) => source.peek()?.events.onHandle?.(handle),
    handleTitle: (handle) => source.peek()?.events.handleTitle?.(handle) ?? "",
    onCamera: (camera) => source.peek()?.events.onCamera?.(camera),
  },
});

const NO_HANDLES = new Map<string, never>();
const NO_FOCUS = { hovered: {}, selected: {} };
