import type { JSX } from "preact";
import type { ContaminationReport } from "../../../../schema/contamination.ts";
import { endOfWay } from "../../state/contamination/end-of-way.ts";
import { toLeakWay, type LeakWay } from "../../state/contamination/to-leak-way.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { CopyButton } from "../copy-button.tsx";
import { Icon } from "../icons.tsx";
import { LoadableView } from "../loadable-view.tsx";
import { ViewLink } from "../view-link.tsx";
import { useContamination } from "./contamination-context.ts";
import { DrawnWay } from "./drawn-way.tsx";
import { LevelMark } from "./level-mark.tsx";
import { wayText } from "./way-text.ts";

/** The opened dataset: how it stands to a benchmark, and the way drawn from one to the other. */
export const LeakPane = (): JSX.Element | null => {
  const { opened, report, navigation } = useContamination();
  const words = contaminationPageWords();
  const id = opened.value;
  if (id === undefined) return null;
  return (
    <section class="leak-pane" aria-labelledby="leak-title" data-panel="leak" data-dataset={id}>
      <header class="leak-pane-head">
        <h2 id="leak-title">
          <span class="muted">{words.way.title}</span> <span class="mono">{id}</span>{" "}
          <CopyButton text={() => id} label={id} />
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={words.way.close}
          title={words.way.close}
          onClick={() => navigation.navigate({ selection: undefined, pathTo: undefined })}
        >
          <Icon name="close" />
        </button>
      </header>
      <LoadableView resource={report} what={words.reportWhat} lines={3}>
        {(found) => <Leak report={found} />}
      </LoadableView>
    </section>
  );
};

const Leak = ({ report }: { readonly report: ContaminationReport }): JSX.Element => {
  const { view } = useContamination();
  const words = contaminationPageWords().way;
  const kind = view.value.pathKind === "strongest" ? "strongest" : "shortest";
  const way = toLeakWay(report, { benchmark: view.value.pathTo, kind });
  return (
    <>
      {report.state !== "traced" && <p class="muted">{words.notRead}</p>}
      {way === undefined ? <p>{words.nothing}</p> : <Way report={report} way={way} />}
    </>
  );
};

interface WayProps {
  readonly report: ContaminationReport;
  readonly way: LeakWay;
}

const Way = ({ report, way }: WayProps): JSX.Element => {
  const words = contaminationPageWords();
  const { flag, clearings } = way;
  return (
    <>
      <div class="leak-tools">
        <BenchmarkPicker report={report} way={way} />
        <KindSwitch way={way} />
        <WayActions report={report} way={way} />
      </div>
      <p class="leak-says">
        <LevelMark level={flag.level} /> <strong>{vocabularyWords().levelName[flag.level]}</strong>
        {words.says(words.levelWords[flag.level])} <span class="muted tabular">{wayText(flag)}</span>
        {flag.otherwise !== undefined && (
          <span class="muted"> {words.way.otherwise(vocabularyWords().levelName[flag.otherwise])}</span>
        )}
      </p>
      <DrawnWay steps={way.steps} root={report.dataset} />
      {clearings.length > 0 && (
        <>
          <h3 class="side-title">{words.way.clearings}</h3>
          <DrawnWay steps={clearings} root={report.dataset} />
        </>
      )}
    </>
  );
};

const BenchmarkPicker = ({ report, way }: WayProps): JSX.Element => {
  const { navigation } = useContamination();
  const words = contaminationPageWords();
  return (
    <label class="leak-benchmark">
      <span class="muted">{words.way.against}</span>
      <select
        class="field"
        value={`${way.flag.benchmark}`}
        onChange={(event) => {
          const chosen = report.items.find((item) => item.benchmark === event.currentTarget.value);
          if (chosen !== undefined) navigation.navigate({ pathTo: chosen.benchmark }, "replace");
        }}
      >
        {[...new Map(report.items.map((item) => [item.benchmark, item])).values()].map((item) => (
          <option key={item.benchmark} value={item.benchmark}>
            {`${item.benchmark} (${vocabularyWords().levelName[item.level]})`}
          </option>
        ))}
      </select>
    </label>
  );
};

const KindSwitch = ({ way }: { readonly way: LeakWay }): JSX.Element => {
  const { navigation } = useContamination();
  const words = contaminationPageWords().way;
  if (!way.hasOther) return <span class="muted">{words.same}</span>;
  return (
    <div class="segmented" role="group" aria-label={words.title}>
      {(["shortest", "strongest"] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={way.kind === kind}
          onClick={() => navigation.navigate({ pathKind: kind }, "replace")}
        >
          {words[kind]}
        </button>
      ))}
    </div>
  );
};

/** The deepest that a link can ask for. */
const MAX_DEPTH = 30;

const WayActions = ({ report, way }: WayProps): JSX.Element => {
  const words = contaminationPageWords().way;
  const { dataset } = report;
  const end = endOfWay(way.steps, way.flag.benchmark);
  return (
    <div class="leak-actions">
      <ViewLink
        class="button"
        to={{
          page: "explore",
          root: dataset,
          others: [end],
          direction: "upstream",
          depth: Math.min(MAX_DEPTH, Math.max(1, way.steps.length)),
          selection: { kind: "dataset", id: dataset },
          pathTo: end,
          pathKind: way.kind,
        }}
      >
        {words.graph}
      </ViewLink>
      <ViewLink class="button" to={{ withdrawn: dataset, selection: undefined, pathTo: undefined }}>
        {words.withdraw}
      </ViewLink>
    </div>
  );
};
