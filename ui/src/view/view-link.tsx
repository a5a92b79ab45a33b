import type { ComponentChildren, JSX } from "preact";
import type { ViewPatch } from "../state/navigation.ts";
import { useApp } from "./app-context.ts";

export interface ViewLinkProps {
  readonly to: ViewPatch;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly title?: string;
}

/** A real link to another view of the page: it can be copied and opened elsewhere, and a plain click stays here. */
export const ViewLink = ({ to, children, ...attributes }: ViewLinkProps): JSX.Element => {
  const { store } = useApp();
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    store.navigation.navigate(to);
  };
  return (
    <a href={store.navigation.href(to)} onClick={follow} {...attributes}>
      {children}
    </a>
  );
};
