import type { JSX } from "preact";
import { RELATIONS, STATUSES } from "../../../schema/vocabulary.ts";
import { NODE_KINDS } from "../state/node-kind.ts";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { FilterGroup } from "./filter-group.tsx";
import { Icon } from "./icons.tsx";

export const FiltersPanel = (): JSX.Element => {
  const { store, isFilterSheetOpen } = useApp();
  const { statuses, hiddenRelations, hiddenKinds } = store.view.value;
  const counts = store.counts.value;
  const { navigate } = store.navigation;
  return (
    <aside class="filters" aria-label="Filters">
      <div class="panel-head narrow-only">
        <h2>Filters</h2>
        <button
          type="button"
          class="icon-button"
          aria-label="Close the filters"
          onClick={() => (isFilterSheetOpen.value = false)}
        >
          <Icon name="close" />
        </button>
      </div>
      <FilterGroup
        title="Status"
        values={STATUSES}
        explain={(status) => vocabularyWords().status[status]}
        counts={counts?.status}
        isOn={(status) => statuses.includes(status)}
        onChange={(next) => navigate({ statuses: next.length > 0 ? next : DEFAULT_VIEW.statuses })}
        // What the walk does not follow was not counted either.
        isUnknown={(status) => !statuses.includes(status)}
      />
      <FilterGroup
        title="Relation"
        values={RELATIONS}
        explain={(relation) => vocabularyWords().relation[relation]}
        counts={counts?.relation}
        isOn={(relation) => !hiddenRelations.includes(relation)}
        onChange={(next) => navigate({ hiddenRelations: RELATIONS.filter((one) => !next.includes(one)) })}
      />
      <FilterGroup
        title="Kind"
        values={NODE_KINDS}
        explain={(kind) => vocabularyWords().kind[kind]}
        counts={counts?.kind}
        isOn={(kind) => !hiddenKinds.includes(kind)}
        onChange={(next) => navigate({ hiddenKinds: NODE_KINDS.filter((one) => !next.includes(one)) })}
      />
      {hiddenRelations.length + hiddenKinds.length > 0 && (
        <button
          type="button"
          class="button quiet"
          onClick={() => navigate({ hiddenRelations: [], hiddenKinds: [] })}
        >
          Show all
        </button>
      )}
    </aside>
  );
};
