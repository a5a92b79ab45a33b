import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface ToolbarPanelProps {
  readonly id: string;
  readonly role: "menu" | "group";
  readonly label: string;
  /** The button that opened it. */
  readonly below: { readonly current: HTMLElement | null };
  readonly children: ComponentChildren;
}

const GAP_PX = 4;
const EDGE_PX = 8;

/** Below its button, right sides together, and on the page. */
const place = (panel: HTMLElement, { bottom, right }: DOMRect): void => {
  const left = Math.max(EDGE_PX, Math.min(right, innerWidth - EDGE_PX) - panel.offsetWidth);
  panel.style.left = `${left}px`;
  panel.style.top = `${bottom + GAP_PX}px`;
};

/** What a button of the toolbar opens; a menu begins with its first item in focus. */
export const ToolbarPanel = ({ id, role, label, below, children }: ToolbarPanelProps): JSX.Element => {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = panel.current;
    if (element === null || below.current === null) return;
    // In the top layer: the canvas below would cut it off.
    element.showPopover();
    place(element, below.current.getBoundingClientRect());
    element.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, []);
  return (
    <div ref={panel} id={id} class="toolbar-panel" popover="manual" role={role} aria-label={label}>
      {children}
    </div>
  );
};
