import type { JSX } from "preact";
import type { ContaminationRanking } from "../../../../schema/contamination-ranking.ts";
import { toListCsv, toMatrixCsv } from "../../state/contamination/ranking-csv.ts";
import { toRankingJson } from "../../state/contamination/ranking-json.ts";
import { RANKING_SHAPES } from "../../state/contamination/ranking-view.ts";
import { toFileName } from "../../state/export/file-name.ts";
import { NO_FILTERS } from "../../state/filter-state.ts";
import { DEFAULT_RANKING } from "../../state/contamination/ranking-view.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { Icon } from "../icons.tsx";
import { LoadableView } from "../loadable-view.tsx";
import { saveFile } from "../save-file.ts";
import { useContamination } from "./contamination-context.ts";
import { RankingList } from "./ranking-list.tsx";
import { RankingMatrix } from "./ranking-matrix.tsx";

/** The datasets as a ranked list or a matrix, as far as they were loaded. */
export const RankingView = (): JSX.Element => {
  const { ranking, view } = useContamination();
  const words = contaminationPageWords();
  // With everything hidden there is nothing to ask for.
  if (ranking.first.current.value.state === "idle") return <NothingFits />;
  return (
    <section class="ranking-view" aria-label={words.shape[view.value.ranking.shape]}>
      <LoadableView resource={ranking.first} what={words.rankingWhat} lines={10}>
        {(first) => <Ranked first={first} />}
      </LoadableView>
    </section>
  );
};

interface RankedProps {
  readonly first: ContaminationRanking;
}

const Ranked = ({ first }: RankedProps): JSX.Element => {
  const { ranking, view } = useContamination();
  const words = contaminationPageWords();
  const rows = ranking.rows.value;
  if (first.total === 0) {
    const isFiltered =
      !hasNoFlags(first) || view.value.benchmarks.length > 0 || view.value.ranking.tracedOnly;
    return isFiltered ? (
      <NothingFits />
    ) : (
      <div class="page-empty">
        <h2>{words.emptyFlags.title}</h2>
        <p class="muted">{words.emptyFlags.text}</p>
      </div>
    );
  }
  const columns = first.benchmarks.map(({ node }) => node);
  return (
    <>
      <Toolbar first={first} />
      {view.value.ranking.shape === "list" ? (
        <RankingList rows={rows} total={first.total} />
      ) : (
        <RankingMatrix rows={rows} columns={columns} total={first.total} />
      )}
    </>
  );
};

const hasNoFlags = ({ totals }: ContaminationRanking): boolean => Object.keys(totals).length === 0;

const Toolbar = ({ first }: RankedProps): JSX.Element => {
  const { ranking, view, change } = useContamination();
  const words = contaminationPageWords();
  const { shape } = view.value.ranking;
  const rows = ranking.rows.value;
  const saveCsv = (): void => {
    const text =
      shape === "list"
        ? toListCsv(rows)
        : toMatrixCsv(
            rows,
            first.benchmarks.map(({ node }) => node),
          );
    saveFile({ name: toFileName("contamination", `${shape}.csv`), text, type: "text/csv" });
  };
  const saveJson = (): void => {
    const text = toRankingJson({ ...first, rows });
    saveFile({ name: toFileName("contamination", "json"), text, type: "application/json" });
  };
  return (
    <div class="ranking-tools">
      <div class="segmented" role="group" aria-label={words.shape.label}>
        {RANKING_SHAPES.map((one) => (
          <button key={one} type="button" aria-pressed={shape === one} onClick={() => change({ shape: one })}>
            {words.shape[one]}
          </button>
        ))}
      </div>
      <span class="muted tabular" role="status" data-shown={rows.length} data-total={first.total}>
        {words.shown(rows.length, first.total)}
      </span>
      {ranking.hasMore.value && (
        <button
          type="button"
          class="button"
          disabled={ranking.isLoadingMore.value}
          onClick={() => void ranking.more()}
        >
          {ranking.isLoadingMore.value ? words.loadingMore : words.more}
        </button>
      )}
      {ranking.moreFailure.value !== undefined && (
        <span class="complaint" role="alert">
          {words.moreFailed}
        </span>
      )}
      <span class="ranking-save">
        <button type="button" class="button quiet" onClick={saveCsv}>
          <Icon name="down" /> {words.csv}
        </button>
        <button type="button" class="button quiet" onClick={saveJson}>
          <Icon name="down" /> {words.json}
        </button>
      </span>
    </div>
  );
};

const NothingFits = (): JSX.Element => {
  const { navigation, view } = useContamination();
  const words = contaminationPageWords().emptyFilter;
  const reset = (): void => {
    const { filters, ranking } = view.peek();
    navigation.navigate({
      benchmarks: [],
      filters: {
        ...filters,
        hiddenDomains: NO_FILTERS.hiddenDomains,
        hiddenLevels: NO_FILTERS.hiddenLevels,
      },
      ranking: { ...ranking, tracedOnly: DEFAULT_RANKING.tracedOnly },
    });
  };
  return (
    <div class="page-empty">
      <h2>{words.title}</h2>
      <p class="muted">{words.text}</p>
      <button type="button" class="button" onClick={reset}>
        {words.reset}
      </button>
    </div>
  );
};
