import type { JSX } from "preact";
import { RELATIONS } from "../../../schema/vocabulary.ts";
import { DOMAIN_CHOICES, type FilterState, LEVEL_CHOICES } from "../state/filter-state.ts";
import { type ActiveFilter, activeFilters, withoutFilter } from "../state/filters/active-filters.ts";
import type { FacetCounts } from "../state/filters/facet-counts.ts";
import { NODE_KINDS } from "../state/node-kind.ts";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { filtersWords } from "../words/filters-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { FilterGroup } from "./filter-group.tsx";
import { FiltersHead } from "./filters-head.tsx";

/** All facets of the shown lineage, each with what the others leave of its values. */
export const FiltersPanel = (): JSX.Element => {
  const { store } = useApp();
  const counts = store.counts.value;
  return (
    <aside class="filters" aria-label={filtersWords().title}>
      <FiltersHead />
      {counts !== undefined && <Facets counts={counts} />}
    </aside>
  );
};

interface FacetsProps {
  readonly counts: FacetCounts;
}

const Facets = ({ counts }: FacetsProps): JSX.Element => (
  <>
    <EdgeFacets counts={counts} />
    <DatasetFacets counts={counts} />
  </>
);

const useFacets = () => {
  const { store } = useApp();
  const view = store.view.value;
  const { navigate } = store.navigation;
  const active = activeFilters(view);
  return {
    view,
    navigate,
    filter: (patch: Partial<FilterState>) => navigate({ filters: { ...view.filters, ...patch } }),
    reset: (filter: ActiveFilter) =>
      active.includes(filter) ? () => navigate(withoutFilter(filter, view)) : undefined,
  };
};

const EdgeFacets = ({ counts }: FacetsProps): JSX.Element => {
  const { view, navigate, reset } = useFacets();
  const words = filtersWords();
  return (
    <>
      <FilterGroup
        title={words.facet.status}
        counts={counts.status}
        name={(status) => words.status[status]}
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
        name={(relation) => words.relation[relation]}
        explain={(relation) => vocabularyWords().relation[relation]}
        isOn={(relation) => !view.hiddenRelations.includes(relation)}
        onChange={(on) => navigate({ hiddenRelations: without(RELATIONS, on) })}
        onReset={reset("relation")}
      />
    </>
  );
};

const DatasetFacets = ({ counts }: FacetsProps): JSX.Element => {
  const { view, navigate, filter, reset } = useFacets();
  const { hiddenDomains, hiddenLevels } = view.filters;
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
        name={(domain) => words.domain[domain]}
        isOn={(domain) => !hiddenDomains.includes(domain)}
        onChange={(on) => filter({ hiddenDomains: without(DOMAIN_CHOICES, on) })}
        onReset={reset("domain")}
      />
      <FilterGroup
        title={words.facet.level}
        counts={counts.level}
        name={(level) => words.level[level]}
        isOn={(level) => !hiddenLevels.includes(level)}
        onChange={(on) => filter({ hiddenLevels: without(LEVEL_CHOICES, on) })}
        onReset={reset("level")}
      />
    </>
  );
};

const without = <Value,>(all: readonly Value[], some: readonly Value[]): readonly Value[] =>
  all.filter((value) => !some.includes(value));
