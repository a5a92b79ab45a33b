import type { JSX } from "preact";
import { CONTAMINATION_LEVELS } from "../../../../schema/contamination-level.ts";
import { RANKING_DOMAINS } from "../../../../schema/query-choices.ts";
import { formatCount } from "../../state/format.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useContamination } from "./contamination-context.ts";
import { LevelMark } from "./level-mark.tsx";

/** Levels with how many datasets have each, domains, and whether documents were read. */
export const RankingFilters = (): JSX.Element => {
  const words = contaminationPageWords();
  const { view, toggleDomain, change } = useContamination();
  const { filters, ranking } = view.value;
  return (
    <>
      <Levels />
      <fieldset class="ranking-filter">
        <legend class="side-title">{words.domains}</legend>
        <div class="ranking-domains">
          {RANKING_DOMAINS.map((domain) => (
            <label key={domain}>
              <input
                type="checkbox"
                checked={!filters.hiddenDomains.includes(domain)}
                onChange={() => toggleDomain(domain)}
              />
              {vocabularyWords().domain[domain]}
            </label>
          ))}
        </div>
      </fieldset>
      <label class="ranking-traced">
        <input
          type="checkbox"
          checked={ranking.tracedOnly}
          onChange={(event) => change({ tracedOnly: event.currentTarget.checked })}
        />
        {words.tracedOnly}
      </label>
    </>
  );
};

const Levels = (): JSX.Element => {
  const words = contaminationPageWords();
  const { view, ranking, toggleLevel } = useContamination();
  const { hiddenLevels } = view.value.filters;
  const totals = ranking.first.value.value?.totals ?? {};
  return (
    <fieldset class="ranking-filter">
      <legend class="side-title">{words.levels}</legend>
      {CONTAMINATION_LEVELS.map((level) => (
        <label key={level} class="level-choice" title={words.levelWords[level]} data-level={level}>
          <input
            type="checkbox"
            checked={!hiddenLevels.includes(level)}
            onChange={() => toggleLevel(level)}
          />
          <LevelMark level={level} />
          <span>{vocabularyWords().levelName[level]}</span>
          <span class="muted tabular">{formatCount(totals[level] ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  );
};
