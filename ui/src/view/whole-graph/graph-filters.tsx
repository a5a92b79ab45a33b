import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { FLAG_LEVELS } from "../../../../schema/graph-group.ts";
import { DOMAIN_CHOICES, type FilterState, NO_FILTERS } from "../../state/filter-state.ts";
import type { GraphRow } from "../../state/whole-graph/graph-rows.ts";
import { graphWords } from "../../words/graph-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useApp } from "../app-context.ts";
import type { GraphPart } from "./graph-part.ts";

/** Which domains and levels are shown; what does not occur here has no button. */
export const GraphFilters = ({ store }: GraphPart): JSX.Element | null => {
  const { store: explorer } = useApp();
  const { filters } = explorer.view.value;
  const words = graphWords();
  const rows = store.all.value;
  const levels = useComputed(() =>
    FLAG_LEVELS.filter((level) => store.all.value?.some((row) => has(row, level))),
  );
  const domains = useComputed(() =>
    DOMAIN_CHOICES.filter((domain) => store.all.value?.some((row) => isAbout(row, domain))),
  );
  // Until it is known what there is, its place is kept: the picture would else be made twice, in two sizes.
  if (rows === undefined) return <div class="graph-filters" />;
  if (rows.length === 0) return null;
  const change = (patch: Partial<FilterState>): void =>
    explorer.navigation.navigate({ filters: { ...explorer.view.peek().filters, ...patch } });
  const isFiltered = filters.hiddenDomains.length > 0 || filters.hiddenLevels.length > 0;
  return (
    <div class="graph-filters">
      {store.place.value.within === undefined && (
        <Choices
          label={words.domains}
          choices={domains.value}
          hidden={filters.hiddenDomains}
          nameOf={(one) => vocabularyWords().domain[one]}
          onChange={(hiddenDomains) => change({ hiddenDomains })}
        />
      )}
      <Choices
        label={words.levels}
        choices={levels.value}
        hidden={filters.hiddenLevels}
        nameOf={(one) => vocabularyWords().levelName[one]}
        onChange={(hiddenLevels) => change({ hiddenLevels })}
      />
      {isFiltered && (
        <button
          type="button"
          class="text-button"
          onClick={() =>
            change({ hiddenDomains: NO_FILTERS.hiddenDomains, hiddenLevels: NO_FILTERS.hiddenLevels })
          }
        >
          {words.clearFilters}
        </button>
      )}
    </div>
  );
};

const has = (row: GraphRow, level: (typeof FLAG_LEVELS)[number]): boolean =>
  row.row === "group" ? (row.group.levels[level] ?? 0) > 0 : row.level === level;

const isAbout = (row: GraphRow, domain: (typeof DOMAIN_CHOICES)[number]): boolean => {
  if (row.row === "group") return row.group.kind === "domain" && row.group.name === domain;
  return domain === "unknown" ? row.domains.length === 0 : row.domains.includes(domain);
};

interface ChoicesProps<Choice extends string> {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly hidden: readonly Choice[];
  readonly nameOf: (choice: Choice) => string;
  readonly onChange: (hidden: readonly Choice[]) => void;
}

const Choices = <Choice extends string>({
  label,
  choices,
  hidden,
  nameOf,
  onChange,
}: ChoicesProps<Choice>): JSX.Element | null => {
  if (choices.length < 2 && hidden.length === 0) return null;
  const toggle = (choice: Choice) => () =>
    onChange(hidden.includes(choice) ? hidden.filter((one) => one !== choice) : [...hidden, choice]);
  return (
    <div class="graph-choices" role="group" aria-label={label}>
      <span class="muted" aria-hidden="true">
        {label}
      </span>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          class="graph-choice"
          aria-pressed={!hidden.includes(choice)}
          onClick={toggle(choice)}
        >
          {nameOf(choice)}
        </button>
      ))}
    </div>
  );
};
