import type { JSX } from "preact";
import type { Withdrawal } from "../../../../schema/withdrawal.ts";
import { toDescendantsCsv, toFatesCsv } from "../../state/contamination/ranking-csv.ts";
import { toFileName } from "../../state/export/file-name.ts";
import { formatCount } from "../../state/format.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { Icon } from "../icons.tsx";
import { LoadableView } from "../loadable-view.tsx";
import { saveFile } from "../save-file.ts";
import { ViewLink } from "../view-link.tsx";
import { useContamination } from "./contamination-context.ts";
import { DescendantTable, FateTable } from "./withdrawal-tables.tsx";

/** What a dataset's withdrawal would change downstream. */
export const WithdrawalView = (): JSX.Element | null => {
  const { view, withdrawal } = useContamination();
  const words = contaminationPageWords();
  const id = view.value.withdrawn;
  if (id === undefined) return null;
  return (
    <section class="withdrawal" aria-labelledby="withdrawal-title" data-panel="withdrawal" data-dataset={id}>
      <ViewLink class="button quiet" to={{ withdrawn: undefined }}>
        {words.withdrawal.back}
      </ViewLink>
      <h2 id="withdrawal-title">{words.withdrawal.title(id)}</h2>
      <p class="muted withdrawal-intro">{words.withdrawal.intro}</p>
      <LoadableView resource={withdrawal} what={words.withdrawalWhat}>
        {(found) => <Findings found={found} />}
      </LoadableView>
    </section>
  );
};

interface FindingsProps {
  readonly found: Withdrawal;
}

const Findings = ({ found }: FindingsProps): JSX.Element => {
  const words = contaminationPageWords().withdrawal;
  if (found.totals.descendants === 0) {
    return (
      <>
        <p>{words.nothingBuilt}</p>
        <p class="muted">{words.unknownOthers}</p>
      </>
    );
  }
  return (
    <>
      <Figures found={found} />
      <NotKnown found={found} />
      <div class="withdrawal-tables">
        <div>
          <TableHead title={words.flags} csv={words.csvFlags} save={() => saveFlags(found)} />
          {found.flags.length === 0 ? (
            <p class="muted">{words.noFlags}</p>
          ) : (
            <FateTable flags={found.flags} />
          )}
        </div>
        <div>
          <TableHead
            title={words.descendants}
            csv={words.csvDescendants}
            save={() => saveDescendants(found)}
          />
          <DescendantTable descendants={found.descendants} />
        </div>
      </div>
    </>
  );
};

const Figures = ({ found: { totals } }: FindingsProps): JSX.Element => {
  const words = contaminationPageWords().withdrawal;
  const figures: readonly (readonly [string, string, number])[] = [
    ["descendants", words.descendants, totals.descendants],
    ["direct", words.direct, totals.direct],
    ["only", words.onlyThrough, totals.only],
    ["vanishes", words.outcome.vanishes, totals.flags.vanishes],
    ["changes", words.outcome.changes, totals.flags.changes],
    ["stays", words.outcome.stays, totals.flags.stays],
  ];
  return (
    <dl class="counters withdrawal-figures">
      {figures.map(([key, name, value]) => (
        <div key={key} data-figure={key}>
          <dt>{name}</dt>
          <dd class="tabular">{formatCount(value)}</dd>
        </div>
      ))}
    </dl>
  );
};

const NotKnown = ({ found: { totals, truncated } }: FindingsProps): JSX.Element => {
  const words = contaminationPageWords().withdrawal;
  return (
    <div class="withdrawal-unknown">
      <h3 class="side-title">{words.unknown}</h3>
      <ul>
        <li>{words.unknownEdges(totals.waitingEdges)}</li>
        <li>{words.unknownUntraced(totals.untraced)}</li>
        <li>{words.unknownOthers}</li>
        {truncated && <li>{words.truncated}</li>}
      </ul>
    </div>
  );
};

const TableHead = ({
  title,
  csv,
  save,
}: {
  readonly title: string;
  readonly csv: string;
  readonly save: () => void;
}): JSX.Element => (
  <div class="withdrawal-table-head">
    <h3 class="side-title">{title}</h3>
    <button type="button" class="button quiet" onClick={save}>
      <Icon name="down" /> {csv}
    </button>
  </div>
);

const saveFlags = (found: Withdrawal): void =>
  saveFile({
    name: toFileName(found.dataset, "withdrawal-flags.csv"),
    text: toFatesCsv(found),
    type: "text/csv",
  });

const saveDescendants = (found: Withdrawal): void =>
  saveFile({
    name: toFileName(found.dataset, "descendants.csv"),
    text: toDescendantsCsv(found),
    type: "text/csv",
  });
