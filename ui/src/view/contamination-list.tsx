import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { ContaminationReport } from "../../../schema/contamination.ts";
import type { Edge } from "../../../schema/edge.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { PathKind } from "../../../schema/query-choices.ts";
import { type ContaminationLine, toContaminationLines } from "../state/contamination-lines.ts";
import { endOfWay } from "../state/contamination/end-of-way.ts";
import { formatConfidence } from "../state/format.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { EdgeList } from "./edge-list.tsx";
import { NameText } from "./name-text.tsx";
import { ViewLink } from "./view-link.tsx";

export interface ContaminationListProps {
  readonly report: ContaminationReport;
}

/** Each benchmark with its level and the ways to it; every step opens the quotes that prove it. */
export const ContaminationList = ({ report }: ContaminationListProps): JSX.Element => (
  <ul class="leaks">
    {toContaminationLines(report).map((line) => (
      <li
        key={line.benchmark}
        class={line.isClear ? "leak is-clear" : "leak"}
        data-benchmark={line.benchmark}
      >
        <LeakHead line={line} />
        <LeakWays line={line} dataset={report.dataset} />
      </li>
    ))}
  </ul>
);

const SIGNS = { leak: "▲", possible: "?", clear: "✓" };

const LeakHead = ({ line }: { readonly line: ContaminationLine }): JSX.Element => {
  const sign = line.isClear ? "clear" : line.level === "possible" ? "possible" : "leak";
  const vocabulary = vocabularyWords();
  return (
    <p class="leak-head">
      <span class={`chip leak-${sign}`}>
        <span aria-hidden="true">{SIGNS[sign]}</span> {vocabulary.levelName[line.level]}
      </span>{" "}
      <ViewLink to={{ selection: { kind: "dataset", id: line.benchmark } }}>
        <NameText text={line.benchmark} />
      </ViewLink>
      {line.split !== undefined && <span class="muted"> {vocabulary.splitName[line.split]}</span>}
      <span class="leak-words muted">
        {vocabulary.level[line.level]}
        {line.otherwise !== undefined && datasetWords().otherwise(vocabulary.levelName[line.otherwise])}
      </span>
    </p>
  );
};

interface LeakWaysProps {
  readonly line: ContaminationLine;
  readonly dataset: ContaminationReport["dataset"];
}

/** There may be dozens with a dozen steps each: they are made when somebody opens them. */
const LeakWays = ({ line, dataset }: LeakWaysProps): JSX.Element => {
  const wasOpened = useSignal(false);
  const { steps, shorter, confidence } = line;
  const words = datasetWords();
  const sure = formatConfidence(confidence);
  return (
    <details onToggle={() => (wasOpened.value = true)}>
      <summary>
        {shorter === undefined ? words.onlyWay(steps.length, sure) : words.strongestWay(steps.length, sure)}
      </summary>
      {wasOpened.value && <OpenedWays line={line} dataset={dataset} />}
    </details>
  );
};

const OpenedWays = ({ line, dataset }: LeakWaysProps): JSX.Element => {
  const { steps, shorter, clearings, benchmark } = line;
  return (
    <>
      <EdgeList edges={steps} end="to" />
      <DrawWay dataset={dataset} end={endOfWay(steps, benchmark)} kind="strongest" />
      {shorter !== undefined && (
        <>
          <p class="muted">{datasetWords().shortestWay(shorter.length)}</p>
          <EdgeList edges={shorter} end="to" />
          <DrawWay dataset={dataset} end={endOfWay(shorter, benchmark)} kind="shortest" />
        </>
      )}
      {clearings.length > 0 && <ClearingList edges={clearings} />}
    </>
  );
};

const ClearingList = ({ edges }: { readonly edges: readonly Edge[] }): JSX.Element => (
  <>
    <p class="muted">{datasetWords().clearedWays}</p>
    <EdgeList edges={edges} end="to" />
  </>
);

interface DrawWayProps {
  readonly dataset: ContaminationReport["dataset"];
  readonly end: DatasetId;
  readonly kind: PathKind;
}

const DrawWay = ({ dataset, end, kind }: DrawWayProps): JSX.Element => {
  const { navigation } = useApp().store;
  const draw = (): void =>
    navigation.navigate({
      selection: { kind: "dataset", id: dataset },
      pathTo: end,
      pathKind: kind,
    });
  return (
    <button
      type="button"
      class="text-button"
      data-draw={kind}
      title={datasetWords().drawWayTitle}
      onClick={draw}
    >
      {datasetWords().drawWay}
    </button>
  );
};
