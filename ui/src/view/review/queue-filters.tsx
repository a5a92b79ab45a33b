import type { JSX } from "preact";
import type { QueueFilter } from "../../../../schema/queue-filter.ts";
import { QUEUE_REASONS } from "../../../../schema/queue-reasons.ts";
import { formatCount } from "../../state/format.ts";
import { QUEUE_LISTS, type QueueListName } from "../../state/review/queue-words.ts";
import { isFiltered } from "../../state/review/review-view.ts";
import { edgePanelWords } from "../../words/edge-panel-words.ts";
import { reviewWords } from "../../words/review-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useReview } from "./review-context.ts";

/** What of the queue is shown: why it waits, with counts, and everything that an edge has. */
export const QueueFilters = (): JSX.Element => {
  const { filter, setFilter, queue } = useReview();
  const words = reviewWords();
  const reasons = queue.value.value?.reasons;
  const chosen = filter.value.why ?? [];
  return (
    <div class="review-filters">
      <div class="review-why" role="group" aria-label={words.list.why}>
        {QUEUE_REASONS.map((reason) => (
          <button
            key={reason}
            type="button"
            class="chip review-chip"
            data-reason={reason}
            title={words.whyTitle[reason]}
            aria-pressed={chosen.includes(reason)}
            onClick={() => setFilter(withList(filter.peek(), "why", toggle(chosen, reason)))}
          >
            {words.why[reason]} <span class="tabular">{formatCount(reasons?.[reason] ?? 0)}</span>
          </button>
        ))}
      </div>
      <details>
        <summary>{words.filters}</summary>
        <div class="review-fields">
          <label>
            {words.textFilter}
            <input
              type="search"
              class="field"
              value={filter.value.text ?? ""}
              onChange={(event) => setFilter(withText(filter.peek(), event.currentTarget.value))}
            />
          </label>
          {LISTS.map((name) => (
            <ListField key={name} name={name} />
          ))}
          <BoundField name="least" label={words.confidenceFrom} />
          <BoundField name="most" label={words.confidenceTo} />
        </div>
      </details>
      {isFiltered(filter.value) && (
        <button type="button" class="text-button" onClick={() => setFilter({})}>
          {words.clearFilters}
        </button>
      )}
    </div>
  );
};

const LISTS = (Object.keys(QUEUE_LISTS) as QueueListName[]).filter((name) => name !== "why");

const ListField = ({ name }: { readonly name: QueueListName }): JSX.Element => {
  const { filter, setFilter } = useReview();
  const words = reviewWords();
  const chosen: readonly string[] = filter.value[name] ?? [];
  return (
    <label>
      {words.list[name]}
      <select
        class="field"
        data-filter={name}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setFilter(withList(filter.peek(), name, value === "" ? [] : [value]));
        }}
      >
        <option value="">{words.any}</option>
        {QUEUE_LISTS[name].map((word) => (
          <option key={word} value={word} selected={chosen.includes(word)}>
            {wordOf(name, word)}
          </option>
        ))}
      </select>
    </label>
  );
};

const BoundField = ({
  name,
  label,
}: {
  readonly name: "least" | "most";
  readonly label: string;
}): JSX.Element => {
  const { filter, setFilter } = useReview();
  return (
    <label>
      {label}
      <input
        type="number"
        class="field"
        min={0}
        max={1}
        step={0.05}
        value={filter.value[name] ?? ""}
        onChange={(event) => {
          const value = event.currentTarget.valueAsNumber;
          const { [name]: _former, ...others } = filter.peek();
          setFilter(value >= 0 && value <= 1 ? { ...others, [name]: value } : others);
        }}
      />
    </label>
  );
};

const wordOf = (name: QueueListName, word: string): string => {
  const vocabulary = vocabularyWords();
  const lists: Readonly<Record<QueueListName, Readonly<Record<string, string>>>> = {
    why: reviewWords().why,
    relations: vocabulary.relationName,
    flags: vocabulary.flag,
    documentKinds: vocabulary.document,
    finders: vocabulary.tracer,
    resolvedBy: vocabulary.resolution,
    kinds: edgePanelWords().kind,
    splits: vocabulary.splitName,
    statuses: vocabulary.statusName,
    rejections: vocabulary.rejection,
  };
  return lists[name][word] ?? word;
};

const toggle = (words: readonly string[], word: string): readonly string[] =>
  words.includes(word) ? words.filter((one) => one !== word) : [...words, word];

const withList = (filter: QueueFilter, name: QueueListName, words: readonly string[]): QueueFilter => {
  const { [name]: _former, ...others } = filter;
  return words.length === 0 ? others : ({ ...others, [name]: words } as QueueFilter);
};

const withText = ({ text: _former, ...others }: QueueFilter, text: string): QueueFilter =>
  text.trim() === "" ? others : { ...others, text: text.trim() };
