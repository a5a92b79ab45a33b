import type { JSX } from "preact";
import type { ContaminationReport } from "../../../schema/contamination.ts";
import type { Edge } from "../../../schema/edge.ts";
import { LEVEL_WORDS, toContaminationLines, type ContaminationLine } from "../state/contamination-lines.ts";
import { formatConfidence } from "../state/format.ts";
import { EdgeList } from "./edge-list.tsx";
import { ViewLink } from "./view-link.tsx";

export interface ContaminationListProps {
  readonly report: ContaminationReport;
}

/** Each benchmark with its level and the way to it; every step opens the quotes that prove it. */
export const ContaminationList = ({ report }: ContaminationListProps): JSX.Element => (
  <ul class="leaks">
    {toContaminationLines(report).map((line) => (
      <li
        key={line.benchmark}
        class={line.isClear ? "leak is-clear" : "leak"}
        data-benchmark={line.benchmark}
      >
        <LeakHead line={line} />
        <details>
          <summary>{wayText(line)}</summary>
          <EdgeList edges={line.steps} end="to" />
          {line.shorter !== undefined && <OtherWay title="Shorter, less sure" edges={line.shorter} />}
          {line.clearings.length > 0 && <OtherWay title="Said to be cleared" edges={line.clearings} />}
        </details>
      </li>
    ))}
  </ul>
);

const SIGNS = { leak: "▲", possible: "?", clear: "✓" };

const LeakHead = ({ line }: { readonly line: ContaminationLine }): JSX.Element => {
  const sign = line.isClear ? "clear" : line.level === "possible" ? "possible" : "leak";
  return (
    <p class="leak-head">
      <span class={`chip leak-${sign}`}>
        <span aria-hidden="true">{SIGNS[sign]}</span> {line.level.replaceAll("-", " ")}
      </span>{" "}
      <ViewLink to={{ selection: { kind: "dataset", id: line.benchmark } }}>{line.benchmark}</ViewLink>
      {line.split !== undefined && <span class="muted"> {line.split} split</span>}
      <span class="leak-words muted">
        {LEVEL_WORDS[line.level]}
        {line.otherwise !== undefined && `; without that claim: ${line.otherwise}`}
      </span>
    </p>
  );
};

const OtherWay = ({
  title,
  edges,
}: {
  readonly title: string;
  readonly edges: readonly Edge[];
}): JSX.Element => (
  <>
    <p class="muted">{title}</p>
    <EdgeList edges={edges} end="to" />
  </>
);

const wayText = ({ steps, confidence }: ContaminationLine): string =>
  `${steps.length === 1 ? "1 step" : `${steps.length} steps`} up, ${formatConfidence(confidence)} sure`;
