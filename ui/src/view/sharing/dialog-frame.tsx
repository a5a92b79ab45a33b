import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { exportWords } from "../../words/export-words.ts";
import { useApp } from "../app-context.ts";
import { Icon } from "../icons.tsx";

export interface DialogFrameProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A dialog of the share menu: modal, closed by its button and by Escape, which gives the focus back to where it came from. */
export const DialogFrame = ({ title, children }: DialogFrameProps): JSX.Element => {
  const { sharing } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closed, not only taken away: a dialog that is only taken away keeps the focus it took.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog sharing-dialog"
      aria-labelledby="sharing-title"
      onClose={() => (sharing.value = undefined)}
    >
      <div class="panel-head">
        <h2 id="sharing-title">{title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={exportWords().close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="sharing-body">{children}</div>
    </dialog>
  );
};
