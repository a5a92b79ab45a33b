import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { NamedNote } from "../../state/saved-views/create-saved-views.ts";
import { exportWords } from "../../words/export-words.ts";

export interface ViewFormProps {
  readonly title: string;
  readonly submit: string;
  readonly start: NamedNote;
  readonly onSubmit: (named: NamedNote) => Promise<void>;
  readonly onCancel: () => void;
}

/** As the service takes them. */
const LONGEST_NAME = 120;
const LONGEST_NOTE = 1_000;

/** Name and note of a saved view. */
export const ViewForm = ({ title, submit, start, onSubmit, onCancel }: ViewFormProps): JSX.Element => {
  const name = useSignal(start.name);
  const note = useSignal(start.note);
  const field = useRef<HTMLInputElement>(null);
  const words = exportWords().views;
  useEffect(() => field.current?.select(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // The form is the innermost thing; the dialog stays.
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      class="view-form"
      aria-label={title}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit({ name: name.peek(), note: note.peek() });
      }}
    >
      <label class="sharing-field">
        <span>{words.name}</span>
        <input
          ref={field}
          type="text"
          class="field"
          required
          pattern=".*\S.*"
          maxLength={LONGEST_NAME}
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
      </label>
      <label class="sharing-field">
        <span>{words.note}</span>
        <textarea
          class="field"
          rows={2}
          maxLength={LONGEST_NOTE}
          value={note.value}
          onInput={(event) => (note.value = event.currentTarget.value)}
        />
        <span class="muted">{words.noteHint}</span>
      </label>
      <div class="sharing-buttons">
        <button type="submit" class="button primary">
          {submit}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
};
