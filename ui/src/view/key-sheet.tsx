import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { bindingsOf, KEY_GROUPS, type KeyBinding } from "../state/keys.ts";
import { keysWords } from "../words/keys-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { KeySigns } from "./key-signs.tsx";

/** The keys of the page that is open, from the same table that the keyboard obeys. */
export const KeySheet = (): JSX.Element => {
  const { store, isKeySheetOpen } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const words = keysWords();
  const bindings = bindingsOf(store.view.value.page);
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
          <h2 id="key-sheet-title">{words.title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={words.close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        {KEY_GROUPS.map((group) => {
          const ofGroup = bindings.filter((binding) => binding.group === group);
          return (
            ofGroup.length > 0 && <KeyGroupList key={group} title={words.group[group]} bindings={ofGroup} />
          );
        })}
      </div>
    </dialog>
  );
};

interface KeyGroupListProps {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

const KeyGroupList = ({ title, bindings }: KeyGroupListProps): JSX.Element => (
  <>
    <h3 class="keys-group">{title}</h3>
    <dl class="keys">
      {bindings.map(({ action, chords }) => (
        <div key={action} data-key-action={action}>
          <dt>
            <KeySigns chord={chords[0] ?? ""} />
          </dt>
          <dd>{keysWords().action[action]}</dd>
        </div>
      ))}
    </dl>
  </>
);
