import type { JSX } from "preact";
import type { OpenItem } from "../../state/review/open-item.ts";
import { REASON_ACTIONS, type ReviewAction } from "../../state/review/review-actions.ts";
import { reviewWords } from "../../words/review-words.ts";
import { perform } from "./perform.ts";
import { useReview } from "./review-context.ts";

export interface ActionBarProps {
  readonly item: OpenItem;
}

const MAIN: readonly ReviewAction[] = ["accept", "reject", "skip"];
const OTHERS: readonly ReviewAction[] = ["undo", "previous", "next"];

/** Everything that can be done, each with its key. */
export const ActionBar = ({ item }: ActionBarProps): JSX.Element => {
  const { mode, isViewer } = useReview();
  const words = reviewWords();
  const isHeld = item.heldBy !== undefined;
  const nameOf = (action: ReviewAction): string =>
    isViewer.value && (action === "accept" || action === "reject")
      ? words.propose[action]
      : words.action[action];
  if (mode.value === "reason") return <Reasons />;
  return (
    <div class="review-actions" role="group" aria-label={words.actions}>
      <div class="review-main">
        {MAIN.map((action) => (
          <ActionButton key={action} action={action} name={nameOf(action)} isOff={isHeld} />
        ))}
      </div>
      <div class="review-others">
        {OTHERS.map((action) => (
          <ActionButton key={action} action={action} name={words.action[action]} isOff={false} />
        ))}
      </div>
    </div>
  );
};

const Reasons = (): JSX.Element => {
  const { mode } = useReview();
  const words = reviewWords();
  return (
    <div class="review-actions review-reasons" role="group" aria-label={words.askReason}>
      <p class="side-title" role="status">
        {words.askReason}
      </p>
      {REASON_ACTIONS.map((action) => (
        <ActionButton key={action} action={action} name={words.action[action]} isOff={false} />
      ))}
      <button type="button" class="button quiet" onClick={() => (mode.value = "plain")}>
        {words.cancel} <kbd>Esc</kbd>
      </button>
    </div>
  );
};

interface ActionButtonProps {
  readonly action: ReviewAction;
  readonly name: string;
  readonly isOff: boolean;
}

const ActionButton = ({ action, name, isOff }: ActionButtonProps): JSX.Element => {
  const store = useReview();
  const hint = reviewWords().actionHint[action];
  return (
    <button
      type="button"
      class={`button review-action review-${action}`}
      data-action={action}
      title={hint === "" ? undefined : hint}
      disabled={isOff}
      onClick={() => perform(store, action)}
    >
      {name} <kbd>{store.keys.map.value[action]}</kbd>
    </button>
  );
};
