import type { JSX } from "preact";
import { MAX_TARGETS } from "../../../../schema/limits.ts";
import { hideChosen, MAX_CHOSEN, meetChosen, onlyChosen, startFromChosen } from "../../state/chosen.ts";
import type { ViewPatch } from "../../state/navigation.ts";
import { sharingWords } from "../../words/sharing-words.ts";
import { useApp } from "../app-context.ts";

/** What can be done with the datasets that were gathered. Each is one step, which undo takes back. */
export const ChosenBar = (): JSX.Element => {
  const { store, sharing } = useApp();
  const view = store.view.value;
  const words = sharingWords().chosen;
  const go = (patch: ViewPatch) => (): void => {
    store.navigation.navigate(patch);
    // The bar goes with its buttons: the focus stays in the page.
    document.getElementById("main")?.focus();
  };
  return (
    <section class="chosen-bar" aria-label={words.region}>
      <span class="tabular" role="status" title={words.hint}>
        {words.count(view.chosen.length)}
        {view.chosen.length === MAX_CHOSEN && `, ${words.full}`}
      </span>
      <Action words={words.onlyThese} onPress={go(onlyChosen(view))} />
      <Action words={words.hideThese} onPress={go(hideChosen(view))} />
      <Action
        words={words.targets}
        title={words.targetsTitle(MAX_TARGETS)}
        onPress={go(startFromChosen(view))}
      />
      {view.chosen.length > 1 && (
        <Action words={words.common} title={words.commonTitle} onPress={go(meetChosen(view))} />
      )}
      <Action words={words.exportThese} onPress={() => (sharing.value = "export")} />
      <Action words={words.clear} onPress={go({ chosen: [] })} />
    </section>
  );
};

interface ActionProps {
  readonly words: string;
  readonly title?: string;
  readonly onPress: () => void;
}

const Action = ({ words, title, onPress }: ActionProps): JSX.Element => (
  <button type="button" class="button quiet" title={title} onClick={onPress}>
    {words}
  </button>
);
