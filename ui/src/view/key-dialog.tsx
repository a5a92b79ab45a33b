import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { keysWords } from "../words/keys-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

export interface KeyDialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The sheet that `?` opens, with whatever keys a page has. */
export const KeyDialog = ({ title, children }: KeyDialogProps): JSX.Element => {
  const { isKeySheetOpen } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="key-sheet-title"
      onClose={() => (isKeySheetOpen.value = false)}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div class="dialog-body">
        <div class="panel-head">
          <h2 id="key-sheet-title">{title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={keysWords().close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
};
