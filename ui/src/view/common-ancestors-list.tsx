import type { JSX } from "preact";
import type { CommonAncestors } from "../../../schema/lineage.ts";
import { nameOfId } from "../state/name-of-id.ts";
import { findingWords } from "../words/finding-words.ts";
import { useApp } from "./app-context.ts";
import { LoadableView } from "./loadable-view.tsx";
import { NameText } from "./name-text.tsx";
import { NodeMark } from "./node-mark.tsx";

/** What all targets derive from, nearest first; the canvas lights the ways to them up. */
export const CommonAncestorsList = (): JSX.Element => {
  const { store } = useApp();
  const words = findingWords();
  return (
    <div id="common-ancestors" class="common" role="region" aria-label={words.commonAncestors}>
      <LoadableView resource={store.common} what={words.theCommon} lines={3}>
        {(common) => <CommonItems common={common} />}
      </LoadableView>
    </div>
  );
};

const CommonItems = ({ common }: { readonly common: CommonAncestors }): JSX.Element => {
  const words = findingWords();
  const { ancestors, targets, total, truncated } = common;
  if (total === 0) return <p class="muted">{truncated ? words.commonCut : words.noCommon}</p>;
  return (
    <>
      <p class="muted" role="status">
        {words.commonCount(ancestors.length, total)}. {truncated && words.commonCut}
      </p>
      <ul class="common-list">
        {ancestors.map((ancestor) => (
          <CommonItem key={ancestor.id} ancestor={ancestor} targets={targets} />
        ))}
      </ul>
    </>
  );
};

interface CommonItemProps {
  readonly ancestor: CommonAncestors["ancestors"][number];
  readonly targets: CommonAncestors["targets"];
}

const CommonItem = ({ ancestor, targets }: CommonItemProps): JSX.Element => {
  const { store } = useApp();
  const words = findingWords();
  const { id, distances, isClosest } = ancestor;
  const { selection } = store.view.value;
  return (
    <li data-common={id}>
      <button
        type="button"
        class="common-name"
        aria-pressed={selection?.kind === "dataset" && selection.id === id}
        onClick={() => store.navigation.navigate({ selection: { kind: "dataset", id } })}
        onMouseEnter={() => (store.hovered.value = { kind: "dataset", id })}
        onMouseLeave={() => (store.hovered.value = undefined)}
      >
        <NodeMark dataset={ancestor} />
        <NameText text={id} most={120} />
        {isClosest && (
          <span class="chip" title={words.closestTitle}>
            {words.closest}
          </span>
        )}
      </button>
      <span class="common-distances muted tabular">
        {distances.map((steps, at) => words.distance(steps, lastPart(targets[at] ?? ""))).join(" · ")}
      </span>
    </li>
  );
};

/** The line stays short; the owner is on the chip above. */
const lastPart = (id: string): string => nameOfId(id).slice(0, MOST);
const MOST = 40;
