import type { JSX } from "preact";
import type { DatasetId } from "../../../schema/ids.ts";
import { findingWords } from "../words/finding-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { NameText } from "./name-text.tsx";

export interface TargetChipProps {
  readonly id: DatasetId;
}

export const TargetChip = ({ id }: TargetChipProps): JSX.Element => {
  const { store } = useApp();
  const words = findingWords();
  return (
    <li class="target-chip" data-target={id}>
      <button
        type="button"
        class="target-name"
        title={words.openTarget(id)}
        onClick={() => store.navigation.navigate({ selection: { kind: "dataset", id } })}
        onMouseEnter={() => (store.hovered.value = { kind: "dataset", id })}
        onMouseLeave={() => (store.hovered.value = undefined)}
      >
        <NameText text={id} most={120} />
      </button>
      <button
        type="button"
        class="target-remove"
        aria-label={words.removeTarget(id)}
        title={words.removeTarget(id)}
        onClick={() => store.lineageActions.removeTarget(id)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
};
