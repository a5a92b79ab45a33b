import type { JSX } from "preact";
import { RELATIONS } from "../../../schema/vocabulary.ts";
import { DOMAIN_CHOICES, LEVEL_CHOICES } from "../state/filter-state.ts";
import type { FacetCounts } from "../state/filters/facet-counts.ts";
import { NODE_KINDS } from "../state/node-kind.ts";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { filtersWords } from "../words/filters-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { BenchmarkFacet } from "./benchmark-facet.tsx";
import { FilterGroup } from "./filter-group.tsx";
import { FiltersHead } from "./filters-head.tsx";
import { LicenceFacet } from "./licence-facet.tsx";
import { ConfidenceFacet, CreatedFacet, UsesFacet } from "./range-facets.tsx";
import { useFilters } from "./use-filters.ts";

/** All facets of the shown lineage, each with what the others leave of its values. */
export const FiltersPanel = (): JSX.Element => {
  const { store } = useApp();
  const counts = store.counts.value;
  return (
    <>
      <FiltersHead />
      {counts !== undefined && <Facets counts={counts} />}
    </>
  );
};

interface FacetsProps {
  readonly counts: FacetCounts;
}

const Facets = ({ counts }: FacetsProps): JSX.Element => (
  <>
    <EdgeFacets counts={counts} />
    <ConfidenceFacet counts={counts} />
    <DatasetFacets counts={counts} />
    <LicenceFacet counts={counts.licence} />
    <CreatedFacet counts={counts} />
    <UsesFacet counts={counts} />
    <LevelFacet counts={counts} />
    <BenchmarkFacet counts={counts.benchmark} />
  </>
);

const EdgeFacets = ({ counts }: FacetsProps): JSX.Element => {
  const { view, navigate, reset } = useFilters();
  const words = filtersWords();
  return (
    <>
      <FilterGroup
        title={words.facet.status}
        counts={counts.status}
        name={(status) => vocabularyWords().statusName[status]}
        explain={(status) => vocabularyWords().status[status]}
        isOn={(status) => view.statuses.includes(status)}
        onChange={(on) => navigate({ statuses: on.length > 0 ? on : DEFAULT_VIEW.statuses })}
        onReset={reset("status")}
        // What the walk does not follow was not read either.
        isUncounted={(status) => !view.statuses.includes(status)}
      />
      <FilterGroup
        title={words.facet.relation}
        counts={counts.relation}
        name={(relation) => vocabularyWords().relationName[relation]}
        explain={(relation) => vocabularyWords().relation[relation]}
        isOn={(relation) => !view.hiddenRelations.includes(relation)}
        onChange={(on) => navigate({ hiddenRelations: without(RELATIONS, on) })}
        onReset={reset("relation")}
      />
    </>
  );
};

const DatasetFacets = ({ counts }: FacetsProps): JSX.Element => {
  const { view, navigate, filter, reset } = useFilters();
  const { hiddenDomains } = view.filters;
  const words = filtersWords();
  return (
    <>
      <FilterGroup
        title={words.facet.kind}
        counts={counts.kind}
        name={(kind) => words.kind[kind]}
        explain={(kind) => vocabularyWords().kind[kind]}
        isOn={(kind) => !view.hiddenKinds.includes(kind)}
        onChange={(on) => navigate({ hiddenKinds: without(NODE_KINDS, on) })}
        onReset={reset("kind")}
      />
      <FilterGroup
        title={words.facet.domain}
        counts={counts.domain}
        name={(domain) => vocabularyWords().domain[domain]}
        isOn={(domain) => !hiddenDomains.includes(domain)}
        onChange={(on) => filter({ hiddenDomains: without(DOMAIN_CHOICES, on) })}
        onReset={reset("domain")}
      />
    </>
  );
};

/** Not there while nothing is marked. */
const LevelFacet = ({ counts }: FacetsProps): JSX.Element | null => {
  const { view, filter, reset } = useFilters();
  const { hiddenLevels } = view.filters;
  const words = filtersWords();
  const isMarked = counts.level.some(({ value, all }) => value !== "none" && all > 0);
  if (!isMarked && hiddenLevels.length === 0) return null;
  return (
    <FilterGroup
      title={words.facet.level}
      counts={counts.level}
      name={(level) => vocabularyWords().levelName[level]}
      isOn={(level) => !hiddenLevels.includes(level)}
      onChange={(on) => filter({ hiddenLevels: without(LEVEL_CHOICES, on) })}
      onReset={reset("level")}
    />
  );
};

const without = <Value,>(all: readonly Value[], some: readonly Value[]): readonly Value[] =>
  all.filter((value) => !some.includes(value));
