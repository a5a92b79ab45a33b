import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { type BudgetText, DEFAULT_BUDGET, parseBudget } from "../../state/traces/budget-text.ts";
import { MOST_ROOTS, parseRoots } from "../../state/traces/parse-roots.ts";
import { tracesWords } from "../../words/traces-words.ts";
import { useApp } from "../app-context.ts";
import { TraceFailure } from "../trace-failure.tsx";
import { BudgetFields } from "./budget-fields.tsx";

/** Names datasets, limits, and whether to read again; what is wrong is said before anything is sent. */
export const TraceStartForm = (): JSX.Element => {
  const { traceActions } = useApp().store;
  const words = tracesWords().start;
  const text = useSignal("");
  const budget = useSignal<BudgetText>(DEFAULT_BUDGET);
  const refresh = useSignal(false);
  const wasSent = useSignal(false);
  const roots = parseRoots(text.value);
  const complaint = complaintOf(roots, wasSent.value);
  const begin = (event: SubmitEvent): void => {
    event.preventDefault();
    wasSent.value = true;
    const limits = parseBudget(budget.peek());
    if (complaintOf(roots, true) !== undefined || limits.faults.length > 0) return;
    void traceActions.begin({ roots: [...roots.ids], budget: limits.budget, refresh: refresh.peek() });
  };
  return (
    <form class="trace-start card" onSubmit={begin} aria-labelledby="trace-start-title">
      <h2 id="trace-start-title">{words.title}</h2>
      <label for="trace-roots">{words.roots}</label>
      <textarea
        id="trace-roots"
        class="field mono"
        rows={4}
        placeholder={words.placeholder}
        spellcheck={false}
        autocapitalize="off"
        value={text.value}
        aria-invalid={complaint !== undefined}
        aria-describedby="trace-roots-help"
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <p id="trace-roots-help" class={complaint === undefined ? "muted" : "complaint"} role="status">
        {complaint ?? `${words.rootsHelp} ${roots.ids.length > 0 ? words.count(roots.ids.length) : ""}`}
      </p>
      <BudgetFields text={budget} name="start" />
      <label class="trace-refresh" title={words.refreshHelp}>
        <input
          type="checkbox"
          checked={refresh.value}
          onChange={(event) => (refresh.value = event.currentTarget.checked)}
        />
        <span>
          {words.refresh} <span class="muted">{words.refreshHelp}</span>
        </span>
      </label>
      <div class="trace-start-end">
        <button type="submit" class="button primary" disabled={traceActions.pending.value}>
          {traceActions.pending.value ? words.beginning : words.begin}
        </button>
        <p class="muted">{words.promise}</p>
      </div>
      <TraceFailure />
    </form>
  );
};

const complaintOf = (
  { ids, faults }: ReturnType<typeof parseRoots>,
  wasSent: boolean,
): string | undefined => {
  const words = tracesWords().start;
  if (ids.length > MOST_ROOTS) return words.tooMany;
  if (!wasSent) return undefined;
  if (faults.length > 0) return words.faults(faults.join(", "));
  return ids.length === 0 ? words.none : undefined;
};
