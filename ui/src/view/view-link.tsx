import type { ComponentChildren, JSX } from "preact";
import { isKnownPath } from "../state/known-path.ts";
import type { ViewPatch } from "../state/navigation.ts";
import { useApp } from "./app-context.ts";

export interface ViewLinkProps {
  readonly to: ViewPatch;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly title?: string;
  /** Whether it leads to the page that is shown. */
  readonly current?: boolean;
}

/** A real link to another view of the page: it can be copied and opened elsewhere, and a plain click stays here. */
export const ViewLink = ({ to, children, current = false, ...attributes }: ViewLinkProps): JSX.Element => {
  const { store } = useApp();
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // From an address that leads nowhere only the browser itself comes away.
    if (!isKnownPath(location.pathname)) return;
    event.preventDefault();
    store.navigation.navigate(to);
  };
  return (
    <a
      href={store.navigation.href(to)}
      onClick={follow}
      aria-current={current ? "page" : undefined}
      {...attributes}
    >
      {children}
    </a>
  );
};
