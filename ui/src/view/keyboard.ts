import { isDatasetId } from "../../../schema/id-text.ts";
import { walk, type WalkDirection } from "../state/graph-walk.ts";
import { bindingFor, chordOf, type KeyAction } from "../state/keys.ts";
import type { App } from "./app-context.ts";

const ARROWS: Readonly<Record<string, WalkDirection>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Keys of the whole page, as the table of keys has them. A plain key that is typed into a field stays there. */
export const bindKeyboard = (app: App, target: Document): (() => void) => {
  const onKeyDown = (event: KeyboardEvent): void => {
    const chord = chordOf(event);
    const binding = chord === undefined ? undefined : bindingFor(app.store.view.peek().page, chord);
    if (binding === undefined || event.defaultPrevented) return;
    if (isWithin(event.target, "dialog")) return;
    if (binding.whileTyping !== true && isWithin(event.target, "input, textarea, select")) return;
    if (perform(app, binding.action, event)) event.preventDefault();
  };
  target.addEventListener("keydown", onKeyDown);
  return () => target.removeEventListener("keydown", onKeyDown);
};

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof HTMLElement && target.closest(selector) !== null;

/** What depends on where the key was pressed is done here; everything else is a command. */
const perform = (app: App, action: KeyAction, event: KeyboardEvent): boolean => {
  const arrow = ARROWS[event.key];
  if (arrow !== undefined) return walkTo(app, arrow, event.target);
  switch (action) {
    case "close":
      return closeInnermost(app);
    case "open-selected":
      return openSelected(app, event.target);
    case "next-quote":
      return jump("next");
    case "previous-quote":
      return jump("previous");
    default:
      return app.commands.run(action, app.store.view.peek());
  }
};

/** Scrolling a panel with the arrows is older than walking a graph with them. */
const scrolls = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest(".reader, .inspector, .drawer-body, .filters") !== null;

const walkTo = (app: App, direction: WalkDirection, target: EventTarget | null): boolean => {
  const { store, drawing, controls } = app;
  const { root, selection, document } = store.view.peek();
  const shape = drawing.shape.peek();
  if (root === undefined || shape === undefined || document !== undefined || scrolls(target)) return false;
  const group = drawing.heldGroup.peek();
  const isStart = selection === undefined && group === undefined;
  const from = group ?? (selection?.kind === "dataset" ? selection.id : root);
  const edges = shape.edges.filter((edge) => edge.kind === "derivation");
  const to = isStart ? root : walk({ edges }, store.placement.peek(), { from, direction });
  if (to === undefined) return true;
  const isGroup = drawing.grouped.peek()?.groups.closed.some(({ id }) => id === to) === true;
  drawing.heldGroup.value = isGroup ? to : undefined;
  if (!isGroup && isDatasetId(to)) {
    const selected = { kind: "dataset", id: to } as const;
    store.navigation.navigate({ selection: selected }, isStart ? "push" : "replace");
  }
  controls.peek()?.reveal(to);
  return true;
};

const closeInnermost = ({ store, drawing, isFilterSheetOpen }: App): boolean => {
  const { document, selection, pathTo, trace, showTable } = store.view.peek();
  if (isFilterSheetOpen.peek()) isFilterSheetOpen.value = false;
  else if (drawing.heldGroup.peek() !== undefined) drawing.heldGroup.value = undefined;
  else if (document !== undefined) store.navigation.navigate({ document: undefined });
  else if (pathTo !== undefined) store.navigation.navigate({ pathTo: undefined });
  else if (selection !== undefined) store.navigation.navigate({ selection: undefined });
  else if (store.showsCommon.peek()) store.toggleCommon();
  else if (trace !== undefined) store.navigation.navigate({ trace: undefined });
  else if (showTable) store.navigation.navigate({ showTable: false });
  else return false;
  return true;
};

/** Enter on a button or a link is its own; elsewhere it opens the group that was walked to, or the selected dataset. */
const openSelected = ({ store, drawing }: App, target: EventTarget | null): boolean => {
  if (target instanceof HTMLElement && target.closest("a, button, summary") !== null) return false;
  const group = drawing.heldGroup.peek();
  if (group !== undefined) {
    drawing.heldGroup.value = undefined;
    drawing.openGroup(group);
    return true;
  }
  const { selection } = store.view.peek();
  if (selection?.kind !== "dataset") return false;
  store.lineageActions.open(selection.id);
  return true;
};

const jump = (direction: "next" | "previous"): boolean => {
  const button = document.querySelector<HTMLButtonElement>(`[data-jump="${direction}"]`);
  button?.click();
  return button !== null;
};
