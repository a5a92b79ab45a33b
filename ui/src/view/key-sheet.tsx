import type { JSX } from "preact";
import { bindingsOf, KEY_GROUPS, type KeyBinding } from "../state/keys.ts";
import { keysWords } from "../words/keys-words.ts";
import { useApp } from "./app-context.ts";
import { KeyDialog } from "./key-dialog.tsx";
import { KeySigns } from "./key-signs.tsx";

/** The keys of the page that is open, from the same table that the keyboard obeys. */
export const KeySheet = (): JSX.Element => {
  const { store } = useApp();
  const words = keysWords();
  const bindings = bindingsOf(store.view.value.page);
  return (
    <KeyDialog title={words.title}>
      {KEY_GROUPS.map((group) => {
        const ofGroup = bindings.filter((binding) => binding.group === group);
        return (
          ofGroup.length > 0 && <KeyGroupList key={group} title={words.group[group]} bindings={ofGroup} />
        );
      })}
    </KeyDialog>
  );
};

interface KeyGroupListProps {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

export const KeyGroupList = ({ title, bindings }: KeyGroupListProps): JSX.Element => (
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
