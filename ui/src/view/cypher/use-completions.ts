import { type ReadonlySignal, type Signal, useSignal } from "@preact/signals";
import { completeCypher, type Completion, type Completions } from "../../state/cypher/complete-cypher.ts";
import { useCypher } from "./cypher-context.ts";

export interface OpenCompletions extends Completions {
  readonly active: number;
}

export interface CompletionControls {
  readonly open: ReadonlySignal<OpenCompletions | undefined>;
  /** Opens, narrows or closes the list after something was typed. */
  follow(event: InputEvent): void;
  /** Whether the key was the list's. */
  press(event: KeyboardEvent): boolean;
  accept(option: Completion): void;
  close(): void;
}

/** What opens the list: typing, not pasting, undoing or replacing. */
const TYPING = new Set(["insertText", "deleteContentBackward"]);

type Field = { readonly current: HTMLTextAreaElement | null };

/** A list under the caret. It opens while typing and by Ctrl Space; Enter and Tab are its own only while it is open. */
export const useCompletions = (field: Field, caret: Signal<number>): CompletionControls => {
  const store = useCypher();
  const open = useSignal<OpenCompletions | undefined>(undefined);
  const find = (isAsked: boolean): void => {
    const element = field.current;
    if (element === null) return;
    const parameters =
      store.chosen.peek()?.parameters.map(({ name }) => name) ?? Object.keys(store.draft.peek().parameters);
    const found = completeCypher(element.value, element.selectionEnd, { parameters, isAsked });
    open.value = found === undefined ? undefined : { ...found, active: 0 };
  };
  const close = (): void => {
    open.value = undefined;
  };
  const accept = ({ text }: Completion): void => {
    const element = field.current;
    const shown = open.peek();
    if (element === null || shown === undefined) return;
    close();
    element.focus();
    element.setSelectionRange(shown.start, shown.end);
    insertText(element, text);
    caret.value = element.selectionEnd;
    close();
  };
  const move = (step: 1 | -1): void => {
    const shown = open.peek();
    if (shown === undefined) return;
    const count = shown.options.length;
    open.value = { ...shown, active: (shown.active + step + count) % count };
  };
  const pressInList = (event: KeyboardEvent, shown: OpenCompletions): boolean => {
    const option = shown.options[shown.active];
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && option !== undefined) accept(option);
    else return false;
    return true;
  };
  return {
    open,
    close,
    accept,
    follow: ({ inputType, isComposing }) => (isComposing || !TYPING.has(inputType) ? close() : find(false)),
    press: (event) => {
      const shown = open.peek();
      const isAsked = event.key === " " && event.ctrlKey;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (!isAsked && (shown === undefined || !isPlain || !pressInList(event, shown))) return false;
      if (isAsked) find(true);
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
};

/** As if typed, so that the browser's undo takes it back; where it cannot do that, it is set. */
const insertText = (element: HTMLTextAreaElement, text: string): void => {
  if (document.execCommand("insertText", false, text)) return;
  element.setRangeText(text, element.selectionStart, element.selectionEnd, "end");
  element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
};
