import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Budget } from "../../../../schema/trace.ts";
import type { TraceProgress } from "../../state/trace-progress.ts";
import { type BudgetText, parseBudget, toBudgetText } from "../../state/traces/budget-text.ts";
import { tracesWords } from "../../words/traces-words.ts";
import { useApp } from "../app-context.ts";
import { Icon } from "../icons.tsx";
import { BudgetFields } from "./budget-fields.tsx";

export interface GoOnFormProps {
  readonly progress: TraceProgress;
  /** What it ran under. */
  readonly budget: Budget;
}

/** Goes on with a trace that did not finish, under limits that may be larger. */
export const GoOnForm = ({ progress, budget }: GoOnFormProps): JSX.Element => {
  const { traceActions } = useApp().store;
  const words = tracesWords().live;
  const text = useSignal<BudgetText>(toBudgetText(budget));
  const goOn = (event: SubmitEvent): void => {
    event.preventDefault();
    const limits = parseBudget(text.peek());
    if (limits.faults.length > 0) return;
    void traceActions.begin({ roots: [...progress.roots], budget: limits.budget, refresh: false });
  };
  return (
    <form class="trace-part go-on" onSubmit={goOn}>
      <BudgetFields text={text} name="go-on" />
      <button type="submit" class="button primary" disabled={traceActions.pending.value}>
        <Icon name="play" /> {words.goOn}
      </button>
      <p class="muted">{words.goOnHelp}</p>
    </form>
  );
};
