import type { JSX } from "preact";
import type { OpenItem } from "../../state/review/open-item.ts";
import { isAllowed } from "../../state/review/is-allowed.ts";
import { REASON_ACTIONS, type ReviewAction } from "../../state/review/review-actions.ts";
import { reviewWords } from "../../words/review-words.ts";
import { AddForm } from "./add-form.tsx";
import { AliasForm } from "./alias-form.tsx";
import { BulkForm } from "./bulk-form.tsx";
import { EditForm } from "./edit-form.tsx";
import { perform } from "./perform.ts";
import { useReview } from "./review-context.ts";

export interface ActionBarProps {
  readonly item: OpenItem;
}

const MAIN: readonly ReviewAction[] = ["accept", "reject", "skip"];
const OTHERS: readonly ReviewAction[] = ["undo", "previous", "next", "edit", "alias", "add", "bulk"];

/** Everything that can be done, each with its key; or what has to be filled in for it. */
export const ActionBar = ({ item }: ActionBarProps): JSX.Element | null => {
  const { mode, quote } = useReview();
  const { edge } = item.detail.item;
  const proof = item.proofs[quote.value] ?? item.proofs[0];
  const document = proof && item.documents.get(proof.document);
  switch (mode.value) {
    case "plain":
      return <Buttons item={item} />;
    case "reason":
      return <Reasons />;
    case "edit":
      return edge.kind === "derivation" ? <EditForm item={item} edge={edge} /> : null;
    case "alias":
      return <AliasForm item={item} />;
    case "add":
      return document === undefined ? null : <AddForm item={item} document={document} />;
    case "bulk":
      return <BulkForm />;
    default:
      return mode.value satisfies never;
  }
};

const Buttons = ({ item }: ActionBarProps): JSX.Element => {
  const { isViewer } = useReview();
  const words = reviewWords();
  const nameOf = (action: ReviewAction): string =>
    isViewer.value && (action === "accept" || action === "reject")
      ? words.propose[action]
      : words.action[action];
  const toButton = (action: ReviewAction) => (
    <ActionButton
      key={action}
      action={action}
      name={nameOf(action)}
      isOff={!isAllowed(action, item, isViewer.value)}
    />
  );
  return (
    <div class="review-actions" role="group" aria-label={words.actions}>
      <div class="review-main">{MAIN.map(toButton)}</div>
      <div class="review-others">{OTHERS.map(toButton)}</div>
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
