import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { toNodeLook } from "../../explorer/node-look.ts";
import { shapeOfRow } from "../../explorer/whole-graph-picture.ts";
import type { GraphRow } from "../../state/whole-graph/graph-rows.ts";
import { graphWords } from "../../words/graph-words.ts";
import { useApp } from "../app-context.ts";
import { Mark } from "../node-mark.tsx";
import { ViewLink } from "../view-link.tsx";
import type { GraphPart } from "./graph-part.ts";
import { placeOf, toLineage } from "./graph-view.ts";
import { nameOfRow } from "./group-name.ts";
import { RowFacts } from "./row-facts.tsx";

/** A group or a dataset: its name opens it, the pointer or the focus on it shows it on the canvas. */
export const GraphListRow = ({ store, row }: GraphPart & { readonly row: GraphRow }): JSX.Element => {
  const { store: explorer } = useApp();
  const words = graphWords();
  const name = nameOfRow(row);
  const isHovered = useComputed(() => store.hovered.value === row.key);
  const isSelected = useComputed(() => explorer.view.value.selection?.id === row.key);
  const to =
    row.row === "group"
      ? { place: placeOf(row, store.place.value), selection: undefined, camera: undefined }
      : toLineage(row.id);
  const enter = (): void => {
    store.hovered.value = row.key;
  };
  const leave = (): void => {
    if (store.hovered.peek() === row.key) store.hovered.value = undefined;
  };
  return (
    <li
      data-row={row.key}
      class={[isHovered.value && "is-hovered", isSelected.value && "is-selected"].filter(Boolean).join(" ")}
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocusIn={enter}
      onFocusOut={leave}
    >
      <Mark look={toNodeLook(shapeOfRow(row, name))} title="" />
      <div>
        <ViewLink to={to} title={row.row === "group" ? words.openGroup(name) : words.openLineage(name)}>
          <bdi>{name}</bdi>
        </ViewLink>
        <RowFacts row={row} />
      </div>
    </li>
  );
};
