import { type Signal, useComputed, useSignal } from "@preact/signals";
import type { JSX, RefObject } from "preact";
import { useRef } from "preact/hooks";
import { tokenizeCypher } from "../../state/cypher/tokenize-cypher.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { CompletionList } from "./completion-list.tsx";
import { useCypher } from "./cypher-context.ts";
import { HighlightedText } from "./highlighted-text.tsx";
import { type CompletionControls, useCompletions } from "./use-completions.ts";
import { useFault } from "./use-fault.ts";

/** A plain text field, so that caret, selection, undo and input methods are the browser's own, over its own text in colour. */
export const CypherEditor = (): JSX.Element => {
  const store = useCypher();
  const field = useRef<HTMLTextAreaElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const caret = useSignal(0);
  const tokens = useComputed(() => tokenizeCypher(store.draft.value.text));
  const completions = useCompletions(field, caret);
  const fault = useFault(field);
  const open = completions.open.value;
  return (
    <div class="cypher-editor">
      <div class="cypher-scroll">
        <HighlightedText
          tokens={tokens.value}
          caret={caret.value}
          faultAt={fault.value}
          anchorAt={open?.start ?? caret.value}
          anchor={anchor}
        />
        <EditorField
          field={field}
          caret={caret}
          completions={completions}
          isFaulty={fault.value !== undefined}
        />
      </div>
      {open !== undefined && <CompletionList open={open} anchor={anchor} onChoose={completions.accept} />}
      <p id="cypher-help" class="muted cypher-help">
        {cypherWords().editorHelp}
      </p>
    </div>
  );
};

interface EditorFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly caret: Signal<number>;
  readonly completions: CompletionControls;
  readonly isFaulty: boolean;
}

const EditorField = ({ field, caret, completions, isFaulty }: EditorFieldProps): JSX.Element => {
  const store = useCypher();
  const open = completions.open.value;
  const noteCaret = (): void => {
    caret.value = field.current?.selectionEnd ?? 0;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || completions.press(event) || event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    // Leaving goes on to where the query is run, or with nothing to run to what comes after: the focus is never nowhere.
    document.querySelector<HTMLElement>("#cypher-run:not(:disabled), .limit-field input")?.focus();
  };
  return (
    <textarea
      ref={field}
      id="cypher-text"
      class="cypher-text"
      aria-label={cypherWords().editor}
      aria-describedby="cypher-help"
      aria-autocomplete="list"
      aria-controls={open === undefined ? undefined : "cypher-completions"}
      aria-activedescendant={open === undefined ? undefined : `cypher-completion-${open.active}`}
      aria-invalid={isFaulty}
      spellcheck={false}
      autocomplete="off"
      autocapitalize="off"
      value={store.draft.value.text}
      onInput={(event) => {
        store.type(event.currentTarget.value);
        noteCaret();
        completions.follow(event);
      }}
      onKeyDown={onKeyDown}
      onKeyUp={noteCaret}
      onClick={() => {
        noteCaret();
        completions.close();
      }}
      onBlur={completions.close}
    />
  );
};
