import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "./app-context.ts";

export interface RowKeys {
  readonly box: RefObject<HTMLElement | null>;
  readonly reveal: (row: number) => void;
  /** Rows of a page. */
  readonly page: number;
}

/** Arrows, Page, Home and End move the selection through the table, and the focus with it. */
export const useRowKeys = ({ box, reveal, page }: RowKeys): ((event: KeyboardEvent) => void) => {
  const { store } = useApp();
  const wanted = useRef<string | undefined>(undefined);
  // The row may only come into the page with the scroll: it is focused once it is there.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const row = box.current?.querySelector(`[data-node="${CSS.escape(wanted.current)}"] .row-select`);
    if (!(row instanceof HTMLElement)) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  });
  return (event) => {
    const rows = store.table.rows.peek();
    const row = event.target instanceof Element ? event.target.closest("[data-node]") : null;
    if (row === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = rows.findIndex(({ node }) => node.id === row.getAttribute("data-node"));
    const to = rowAfter(event.key, { here, page, last: rows.length - 1 });
    const id = to === undefined ? undefined : rows[to]?.node.id;
    if (to === undefined || id === undefined) return;
    event.preventDefault();
    wanted.current = id;
    store.navigation.navigate({ selection: { kind: "dataset", id } }, "replace");
    reveal(to);
  };
};

interface Place {
  readonly here: number;
  readonly page: number;
  readonly last: number;
}

const rowAfter = (key: string, { here, page, last }: Place): number | undefined => {
  const within = (row: number): number => Math.max(0, Math.min(last, row));
  switch (key) {
    case "ArrowUp":
      return within(here - 1);
    case "ArrowDown":
      return within(here + 1);
    case "PageUp":
      return within(here - page);
    case "PageDown":
      return within(here + page);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
};
