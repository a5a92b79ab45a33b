import type { JSX } from "preact";
import { datasetWords } from "../words/dataset-words.ts";
import { useApp } from "./app-context.ts";
import { ContaminationList } from "./contamination-list.tsx";
import { Failure } from "./failure.tsx";
import { Section } from "./section.tsx";

/** Which benchmarks the dataset can have seen. Nothing is shown of one that has none: the graph knows of no way, which is no proof. */
export const ContaminationSection = (): JSX.Element | null => {
  const { contamination } = useApp().store;
  const current = contamination.current.value;
  const report = contamination.value.value;
  const words = datasetWords();
  if (current.state === "failed")
    return <Failure error={current.error} what={words.theContamination} onRetry={contamination.reload} />;
  if (report === undefined || report.items.length === 0) return null;
  return (
    <Section title={words.contamination} count={report.items.length}>
      <ContaminationList report={report} />
    </Section>
  );
};
