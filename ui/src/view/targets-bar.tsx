import type { JSX } from "preact";
import { MAX_TARGETS } from "../../../schema/limits.ts";
import { canAddTarget, targetsOf } from "../state/lineage/targets.ts";
import { findingWords } from "../words/finding-words.ts";
import { useApp } from "./app-context.ts";
import { CommonAncestorsList } from "./common-ancestors-list.tsx";
import { Icon } from "./icons.tsx";
import { TargetChip } from "./target-chip.tsx";

/** The datasets whose lineage is drawn, to take out or add to, and what they have in common. */
export const TargetsBar = (): JSX.Element => {
  const { store } = useApp();
  const view = store.view.value;
  const words = findingWords();
  const targets = targetsOf(view);
  const add = (): void => {
    store.isAddingTarget.value = true;
    document.getElementById("search")?.focus();
  };
  return (
    <section class="targets" aria-label={words.targets}>
      <ul class="targets-list">
        {targets.map((id) => (
          <TargetChip key={id} id={id} />
        ))}
      </ul>
      <button
        type="button"
        class="button quiet"
        title={words.addTargetTitle(MAX_TARGETS)}
        disabled={!canAddTarget(view)}
        onClick={add}
      >
        <Icon name="plus" /> {words.addTarget}
      </button>
      {targets.length > 1 && (
        <button
          type="button"
          class="button quiet toggle"
          aria-pressed={store.showsCommon.value}
          aria-expanded={store.showsCommon.value}
          aria-controls="common-ancestors"
          title={words.commonTitle}
          onClick={store.toggleCommon}
        >
          {words.common}
        </button>
      )}
      {store.showsCommon.value && <CommonAncestorsList />}
    </section>
  );
};
