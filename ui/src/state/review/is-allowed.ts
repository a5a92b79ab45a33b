import type { OpenItem } from "./open-item.ts";
import type { ReviewAction } from "./review-actions.ts";

/** Whether an action can be taken on the open item: one cannot decide on what somebody else has open, and a viewer proposes. */
export const isAllowed = (action: ReviewAction, item: OpenItem | undefined, isViewer: boolean): boolean => {
  switch (action) {
    case "undo":
      return !isViewer;
    case "next":
    case "previous":
    case "find":
    case "next-quote":
      return true;
    case "bulk":
      return !isViewer && item !== undefined;
    case "alias":
      return !isViewer && isDerivation(item) && isMine(item);
    case "add":
      return !isViewer && item !== undefined && item.proofs.length > 0;
    case "edit":
      return isDerivation(item) && isMine(item);
    default:
      return item !== undefined && isMine(item);
  }
};

const isDerivation = (item: OpenItem | undefined): boolean =>
  item?.detail.item.edge.kind === "derivation" && !item.detail.item.blind;

const isMine = (item: OpenItem | undefined): boolean => item?.heldBy === undefined;
