import type { JSX } from "preact";
import type { Budget } from "../../../../schema/trace.ts";
import type { TraceProgress } from "../../state/trace-progress.ts";
import { toBudgetUse } from "../../state/traces/budget-use.ts";
import { formatCount } from "../../state/format.ts";
import { tracesWords } from "../../words/traces-words.ts";

export interface BudgetBarsProps {
  readonly budget: Budget;
  readonly progress: TraceProgress;
}

/** How much of each limit is used. */
export const BudgetBars = ({ budget, progress }: BudgetBarsProps): JSX.Element | null => {
  const words = tracesWords().budget;
  const uses = toBudgetUse(budget, progress);
  if (uses.length === 0) return null;
  return (
    <section class="trace-part" aria-label={words.title}>
      <h3 class="side-title">{words.title}</h3>
      {uses.map(({ part, used, limit }) => (
        <div key={part} class="budget-bar" data-budget={part}>
          <span>{words.part[part]}</span>
          <meter
            min={0}
            max={Math.max(limit, 1)}
            value={Math.min(used, Math.max(limit, 1))}
            aria-label={`${words.part[part]}: ${words.use(formatCount(used), formatCount(limit))}`}
          />
          <span class="tabular muted">{words.use(formatCount(used), formatCount(limit))}</span>
        </div>
      ))}
    </section>
  );
};
