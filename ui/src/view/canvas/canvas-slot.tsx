import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../app-context.ts";
import type { CanvasSource } from "./canvas-source.ts";

export interface CanvasSlotProps {
  /** The same object for as long as the page is there. */
  readonly source: CanvasSource;
}

/** Where a page has the explorer's one canvas. */
export const CanvasSlot = ({ source }: CanvasSlotProps): JSX.Element => {
  const { stage } = useApp();
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (host.current === null ? undefined : stage.occupy(host.current, source)), [source]);
  return <div ref={host} class="canvas-slot" />;
};
