import { computed, signal } from "@preact/signals";
import type { ContaminationLevel } from "../../../../schema/contamination-level.ts";
import type { RankingDomain } from "../../../../schema/query-choices.ts";
import type { Navigation } from "../navigation.ts";
import { createResource } from "../resource.ts";
import type { ContaminationClient } from "./contamination-client.ts";
import { createRanking } from "./create-ranking.ts";
import type { RankingView } from "./ranking-view.ts";
import { toRankingQuery } from "./to-ranking-query.ts";

export type ContaminationStore = ReturnType<typeof createContaminationStore>;

export interface ContaminationStoreDependencies {
  readonly client: ContaminationClient;
  readonly navigation: Navigation;
}

/** What the contamination page shows: everything that a link restores is in the view, and the rest is fetched for it. */
export const createContaminationStore = ({ client, navigation }: ContaminationStoreDependencies) => {
  const { view, navigate } = navigation;
  const isHere = computed(() => view.value.page === "contamination");
  const benchmarks = createResource(signal("benchmarks"), (_key, abort) => client.benchmarks(abort));
  const ranking = createRanking(
    client,
    computed(() => (isHere.value ? toRankingQuery(view.value) : undefined)),
  );
  const opened = computed(() => {
    const { selection } = view.value;
    return isHere.value && selection?.kind === "dataset" ? selection.id : undefined;
  });
  const report = createResource(opened, client.report);
  const withdrawal = createResource(
    computed(() => (isHere.value ? view.value.withdrawn : undefined)),
    client.withdrawal,
  );
  return {
    view,
    navigation,
    benchmarks,
    ranking,
    opened,
    report,
    withdrawal,
    change: (patch: Partial<RankingView>): void =>
      navigate({ ranking: { ...view.peek().ranking, ...patch } }, "replace"),
    toggleLevel: (level: ContaminationLevel): void => {
      const { filters } = view.peek();
      navigate({ filters: { ...filters, hiddenLevels: toggled(filters.hiddenLevels, level) } }, "replace");
    },
    toggleDomain: (domain: RankingDomain): void => {
      const { filters } = view.peek();
      navigate({ filters: { ...filters, hiddenDomains: toggled(filters.hiddenDomains, domain) } }, "replace");
    },
    close: (): void => {
      for (const one of [benchmarks, ranking, report, withdrawal]) one.close();
    },
  };
};

const toggled = <Item>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
