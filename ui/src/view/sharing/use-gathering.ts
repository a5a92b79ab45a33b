import { useComputed } from "@preact/signals";
import type { TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import type { DatasetId } from "../../../../schema/ids.ts";
import { chooseUpTo, toggleChosen } from "../../state/chosen.ts";
import { useApp } from "../app-context.ts";

export interface Gathering {
  readonly isChosen: boolean;
  /** Says whether the press was one that gathers; any other is the caller's. */
  onPress(event: TargetedMouseEvent<HTMLElement>): boolean;
  onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void;
}

/** How a row of a list is gathered: Ctrl or Cmd and a click, Shift and a click up to it, Space. */
export const useGathering = (id: DatasetId, listed: () => readonly DatasetId[]): Gathering => {
  const { navigation, view } = useApp().store;
  // Computed, so that a change of the view renders the rows that it is about, and not all.
  const isChosen = useComputed(() => view.value.chosen.includes(id));
  return {
    isChosen: isChosen.value,
    onPress: ({ ctrlKey, metaKey, shiftKey }) => {
      if (shiftKey) navigation.navigate(chooseUpTo(view.peek(), id, listed()));
      else if (ctrlKey || metaKey) navigation.navigate(toggleChosen(view.peek(), id));
      else return false;
      return true;
    },
    onKeyDown: (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      navigation.navigate(toggleChosen(view.peek(), id));
    },
  };
};
