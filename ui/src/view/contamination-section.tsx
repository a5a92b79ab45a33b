import type { JSX } from "preact";
import { Failure } from "./failure.tsx";
import { Section } from "./section.tsx";
import { useApp } from "./app-context.ts";
import { useLoaded } from "./use-loaded.ts";

const loadList = async () => (await import("./contamination-list.tsx")).ContaminationList;

/** Which benchmarks the dataset can have seen. Nothing is shown of one that has none: the graph knows of no way, which is no proof. */
export const ContaminationSection = (): JSX.Element | null => {
  const { contamination } = useApp().store;
  const list = useLoaded(loadList);
  const current = contamination.current.value;
  const report = contamination.value.value;
  if (current.state === "failed")
    return <Failure error={current.error} what="its contamination" onRetry={contamination.reload} />;
  if (report === undefined || report.items.length === 0 || list.state !== "ready") return null;
  const { part: List } = list;
  return (
    <Section title="Benchmarks it can have seen" count={report.items.length}>
      <List report={report} />
    </Section>
  );
};
