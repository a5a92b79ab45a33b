import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "search"],
  ["?", "this sheet"],
  ["Esc", "close the innermost panel, then clear the selection"],
  ["← →", "walk to what it was built into, or from"],
  ["↑ ↓", "walk among neighbours in the column"],
  ["Enter", "make the selected dataset the root"],
  ["+ −", "zoom"],
  ["f", "fit the graph to the page"],
  ["l", "lay the graph out afresh"],
  ["t", "table"],
  ["m", "models"],
  ["n p", "next and previous quote in a document"],
];

export const KeySheet = (): JSX.Element => {
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
          <h2 id="key-sheet-title">Keys</h2>
          <button
            type="button"
            class="icon-button"
            aria-label="Close"
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        <dl class="keys">
          {KEYS.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                {key.split(" ").map((one) => (
                  <kbd key={one}>{one}</kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </dialog>
  );
};
