import type { Signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { FoundDataset } from "../../../../schema/api.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { TargetCandidate } from "../../../../schema/review-queue.ts";
import { reviewFormWords } from "../../words/review-form-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { NameText } from "../name-text.tsx";
import { useReview } from "./review-context.ts";

export interface TargetChooserProps {
  readonly label: string;
  readonly chosen: Signal<DatasetId | undefined>;
  /** Shown before anything is searched for; the likeliest first. */
  readonly candidates: readonly TargetCandidate[];
}

interface Choice {
  readonly id: DatasetId;
  readonly features: readonly string[];
}

/** Which dataset is meant: the likeliest with what speaks for each, or what a search finds. One list of radio buttons. */
export const TargetChooser = ({ label, chosen, candidates }: TargetChooserProps): JSX.Element => {
  const { search } = useReview();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => search.type(""), []);
  const words = reviewFormWords().form;
  const isSearching = search.text.value.trim() !== "";
  const choices: readonly Choice[] = isSearching
    ? search.options.value.map((option) =>
        option.kind === "dataset"
          ? { id: option.dataset.id, features: featuresOfFound(option.dataset) }
          : { id: option.id, features: [words.asTyped] },
      )
    : candidates.map((candidate) => ({ id: candidate.id, features: featuresOf(candidate) }));
  return (
    <fieldset class="review-target">
      <legend>{label}</legend>
      <input
        type="search"
        class="field"
        aria-label={words.targetSearch}
        placeholder={words.targetSearch}
        value={search.text.value}
        onInput={(event) => search.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "ArrowDown") return;
          // Into the list; the form is sent from there.
          event.preventDefault();
          list.current?.querySelector("input")?.focus();
        }}
      />
      <div ref={list} class="review-candidates">
        {choices.map(({ id, features }) => (
          <label key={id} class="review-candidate">
            <input
              type="radio"
              name="review-target"
              data-target={id}
              checked={chosen.value === id}
              onChange={() => (chosen.value = id)}
              onFocus={() => (chosen.value = id)}
            />
            <span>
              <NameText text={id} most={160} />
              <span class="muted review-features">
                <NameText text={features.join(" · ")} />
              </span>
            </span>
          </label>
        ))}
        {isSearching && search.isSettled.value && choices.length === 0 && <p class="muted">{words.none}</p>}
      </div>
    </fieldset>
  );
};

const featuresOf = ({ score, current, features }: TargetCandidate): readonly string[] => {
  const words = reviewFormWords().form;
  const { similarity, alias, owner, state, downloads, isNewer, uses, isBenchmark } = features;
  return [
    words.score(score.toFixed(2)),
    current ? words.now : undefined,
    words.similarity(similarity.toFixed(2)),
    alias && words.alias(alias.key),
    words.owner[owner],
    isBenchmark ? words.isBenchmark : undefined,
    isNewer === true ? words.isNewer : undefined,
    vocabularyWords().state[state],
    words.uses(uses),
    downloads === undefined ? undefined : words.downloads(downloads),
  ].filter((part) => part !== undefined);
};

const featuresOfFound = ({ alias, isBenchmark, state, uses, downloads }: FoundDataset): readonly string[] => {
  const words = reviewFormWords().form;
  return [
    alias === undefined ? undefined : words.alias(alias),
    isBenchmark ? words.isBenchmark : undefined,
    vocabularyWords().state[state],
    words.uses(uses),
    downloads === undefined ? undefined : words.downloads(downloads),
  ].filter((part) => part !== undefined);
};
