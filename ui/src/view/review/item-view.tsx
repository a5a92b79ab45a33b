import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { OpenItem } from "../../state/review/open-item.ts";
import { ActionBar } from "./action-bar.tsx";
import { ItemClaim } from "./item-claim.tsx";
import { ItemDocument } from "./item-document.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { useReview } from "./review-context.ts";
import { useSwipe } from "./use-swipe.ts";

export interface ItemViewProps {
  readonly item: OpenItem;
}

/** The edge that is decided on: its document in the middle, what it claims and what speaks for it at the right. */
export const ItemView = ({ item }: ItemViewProps): JSX.Element => {
  const { quote } = useReview();
  const heading = useRef<HTMLHeadingElement>(null);
  const card = useRef<HTMLElement>(null);
  // A new item has the focus at once, unless somebody is typing or in another part of the page.
  useLayoutEffect(() => {
    if (mayTakeFocus()) heading.current?.focus({ preventScroll: true });
  }, []);
  useSwipe(card);
  const { edge } = item.detail.item;
  return (
    <article class="review-item" data-item={edge.id} aria-labelledby="review-claim">
      <ItemDocument item={item} proof={item.proofs[quote.value] ?? item.proofs[0]} />
      <aside ref={card} class="review-card">
        <ItemClaim item={item} heading={heading} />
        <ActionBar item={item} />
        <ItemFacts item={item} />
      </aside>
    </article>
  );
};

const mayTakeFocus = (): boolean => {
  const focused = document.activeElement;
  return (
    focused === null || focused.closest("input, textarea, select, dialog, .header, .review-filters") === null
  );
};
