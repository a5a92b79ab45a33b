import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { BenchmarkReach } from "../../../../schema/contamination.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import {
  type BenchmarkChoice,
  type BenchmarkGroup,
  tickBenchmarks,
  toBenchmarkGroups,
} from "../../state/contamination/choose-benchmarks.ts";
import { formatCount } from "../../state/format.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useContamination } from "./contamination-context.ts";

export interface BenchmarkChooserProps {
  readonly benchmarks: readonly BenchmarkReach[];
}

/** Which benchmarks count: by domain, with a field to find them. */
export const BenchmarkChooser = ({ benchmarks }: BenchmarkChooserProps): JSX.Element => {
  const { view, navigation } = useContamination();
  const words = contaminationPageWords();
  const text = useSignal("");
  const chosen = view.value.benchmarks;
  const all = benchmarks.map(({ id }) => id);
  const choose = (ids: readonly DatasetId[]): void => navigation.navigate({ benchmarks: ids }, "replace");
  const tick = (ids: readonly DatasetId[], isTicked: boolean): void =>
    choose(tickBenchmarks(all, chosen, { ids, isTicked }));
  const groups = toBenchmarkGroups(benchmarks, { chosen, text: text.value });
  return (
    <fieldset class="benchmark-chooser">
      <legend class="side-title">{words.benchmarks}</legend>
      <input
        type="search"
        class="field"
        aria-label={words.findBenchmark}
        placeholder={words.findBenchmark}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <div class="benchmark-chooser-head">
        <span class="muted tabular" role="status">
          {words.chosen(chosen.length === 0 ? all.length : chosen.length, all.length)}
        </span>
        <button type="button" class="text-button" disabled={chosen.length === 0} onClick={() => choose([])}>
          {words.all}
        </button>
      </div>
      {groups.length === 0 && <p class="muted">{words.noneFits}</p>}
      {groups.map((group) => (
        <Group key={group.domain} group={group} tick={tick} choose={choose} />
      ))}
    </fieldset>
  );
};

interface ChoiceActions {
  readonly tick: (ids: readonly DatasetId[], isTicked: boolean) => void;
  readonly choose: (ids: readonly DatasetId[]) => void;
}

const Group = ({ group, ...actions }: ChoiceActions & { readonly group: BenchmarkGroup }): JSX.Element => {
  const ids = group.choices.map(({ id }) => id);
  const ticked = group.choices.filter(({ isChosen }) => isChosen).length;
  return (
    <div class="benchmark-group">
      <label class="benchmark-group-head">
        <input
          type="checkbox"
          checked={ticked === ids.length}
          ref={(box) => {
            if (box !== null) box.indeterminate = ticked > 0 && ticked < ids.length;
          }}
          onChange={(event) => actions.tick(ids, event.currentTarget.checked)}
        />
        {vocabularyWords().domain[group.domain]}
      </label>
      <ul>
        {group.choices.map((choice) => (
          <Choice key={choice.id} choice={choice} {...actions} />
        ))}
      </ul>
    </div>
  );
};

const Choice = ({
  choice,
  tick,
  choose,
}: ChoiceActions & { readonly choice: BenchmarkChoice }): JSX.Element => {
  const words = contaminationPageWords();
  const { id, name, isChosen, datasets } = choice;
  return (
    <li class={datasets === 0 ? "benchmark-choice is-unreached" : "benchmark-choice"} data-benchmark={id}>
      <label title={id}>
        <input
          type="checkbox"
          checked={isChosen}
          onChange={(event) => tick([id], event.currentTarget.checked)}
        />
        <span class="benchmark-name">{name}</span>
      </label>
      <button
        type="button"
        class="text-button benchmark-only"
        aria-label={words.onlyThis(name)}
        onClick={() => choose([id])}
      >
        {words.only}
      </button>
      <span class="muted tabular" title={words.reaches(datasets)}>
        {formatCount(datasets)}
      </span>
    </li>
  );
};
